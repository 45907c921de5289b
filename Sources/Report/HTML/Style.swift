extension HTML {
  /// The look of every page: light and dark by the reader's setting, A4 on paper.
  ///
  /// Contrast is at least 4.5 to 1 for text
  /// and 3 to 1 for marks in both; a test measures it.
  static let style = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--soft:#555;--paper:#fff;--line:#c8c8c8;--grid:#e4e4e4;--above:#1b6e3c;
    --around:#4a5560;--below:#a6420f;--accent:#1f5fa8;--full:#cfe8d6;--part:#fbe7b5;--none:#f4c9bf}
    @media (prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#b4b4b4;--paper:#17191c;--line:#555;--grid:#34383d;
    --above:#6fd096;--around:#b3bec9;--below:#ff9d6b;--accent:#8fbcf2;--full:#1f4a2f;--part:#574614;--none:#5e2a1d}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:66rem;background:var(--paper);color:var(--ink);
    font:16px/1.45 system-ui,"Liberation Sans","DejaVu Sans",sans-serif}
    header{text-align:center;border-bottom:3px double var(--line);margin-bottom:.5rem}
    header p{margin:.1rem 0}
    h1{font-size:1.35rem;margin:.4rem 0}
    h2{font-size:1.05rem;margin:1.4rem 0 .4rem;border-bottom:1px solid var(--line)}
    .mark{font-weight:bold;letter-spacing:.1em}
    a{color:var(--accent);overflow-wrap:anywhere}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
    ul{padding-left:1.2rem;margin:.3rem 0}
    li.link{list-style:none;font-size:.85rem}
    figure{margin:.6rem 0;overflow-x:auto}
    figure svg{min-width:40rem}
    figcaption{font-size:.85rem;color:var(--soft)}
    svg{display:block;width:100%;height:auto}
    svg text{fill:var(--ink);font-size:12px;font-family:inherit}
    svg .soft{fill:var(--soft);font-size:11px}
    svg .group{font-weight:bold}
    svg .n{text-anchor:end}
    svg .c{text-anchor:middle}
    svg .grid{stroke:var(--grid)}
    svg .base{stroke:var(--ink);stroke-dasharray:3 3}
    svg .above{stroke:var(--above);fill:var(--above)}
    svg .around{stroke:var(--around);fill:var(--around)}
    svg .below{stroke:var(--below);fill:var(--below)}
    svg .bar{fill:var(--accent)}
    svg polyline{fill:none;stroke:var(--accent);stroke-width:1.5}
    svg .band{fill:var(--accent);fill-opacity:.18;stroke:none}
    .scroll{overflow-x:auto}
    .scroll table{min-width:44rem}
    .heat table,.small svg{min-width:0}
    table{border-collapse:collapse;font-size:.85rem;width:100%}
    th,td{padding:.15rem .4rem;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    th.group{padding-top:.5rem}
    .heat{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:0 1.5rem}
    .heat td{text-align:center;border:1px solid var(--paper)}
    .heat td.complete{background:var(--full)}.heat td.partial,.heat td.undated{background:var(--part)}
    .heat td.missing{background:var(--none)}.heat th{font-weight:normal;white-space:nowrap}
    .small{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.4rem}
    .small figure{margin:0}
    @media print{
    @page{size:A4;margin:10mm}
    :root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--line:#999;--grid:#ddd;--above:#1b6e3c;--around:#4a5560;
    --below:#a6420f;--accent:#1f5fa8;--full:#cfe8d6;--part:#fbe7b5;--none:#f4c9bf}
    html{font-size:7.6pt}
    body{max-width:none;padding:0;font-size:1rem;line-height:1.25}
    h1{font-size:1.45rem;margin:.3rem 0}h2{font-size:1.12rem;margin:.9rem 0 .25rem;break-after:avoid}
    p{margin:.3rem 0}ul{margin:.2rem 0}figure{margin:.2rem 0}svg,figcaption{break-inside:avoid}
    table{font-size:.92rem}th,td{padding:.03rem .4rem}
    tr,li{break-inside:avoid}.scroll,figure{overflow:visible}.scroll table,figure svg{min-width:0}a{color:inherit}
    abbr{text-decoration:none}
    .heat{grid-template-columns:1fr 1fr 1fr}.heat table{font-size:.82rem}.heat td,.heat th{padding:0 .3rem;line-height:1.15}
    nav,.skip{display:none}
    .annex{break-before:page}
    .small{grid-template-columns:repeat(5,1fr)}}
    """
}
