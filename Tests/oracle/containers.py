"""Prints inputs for the container readers and what Python's own readers find in them, one a line:

    inflate <base64 of a raw DEFLATE stream> <announced size> <size and CRC-32 of the output, or "refused">
    zip     <base64 of an archive>           <name in hex:size:CRC-32 of each entry>
    xlsx    <base64 of a workbook>           <name in hex:visibility:base64 of the text of each sheet>

The sheets' text is made by a second reader, written from ECMA-376 with xml.etree; the rules for numbers are those of
CellText.swift.

    python3 containers.py SEED
"""
import base64, datetime as d, decimal, io, math, posixpath, random, re, sys, xml.etree.ElementTree as ET, zipfile, zlib
from xml.sax.saxutils import escape, quoteattr

rnd = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
STRATEGIES = [zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED]


# Inputs ---------------------------------------------------------------------------------------------------------------

def content(size):
    words = [rnd.randbytes(rnd.randint(1, 9)).hex().encode() for _ in range(50)]
    return rnd.choice([
        bytes(size), rnd.randbytes(size), b" ".join(rnd.choices(words, k=size))[:size],
        (rnd.randbytes(rnd.randint(1, 300)) * (size + 1))[:size]])


def deflate(data):
    c = zlib.compressobj(rnd.randint(0, 9), 8, -15, rnd.randint(1, 9), rnd.choice(STRATEGIES))
    cut = rnd.randint(0, len(data))
    flush = c.flush(rnd.choice([zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH])) if rnd.random() < 0.3 else b""
    return c.compress(data[:cut]) + flush + c.compress(data[cut:]) + c.flush()


def mutate(data):
    data = bytearray(data)
    for _ in range(rnd.choice([0, 1, 1, 3])):
        if not data:
            break
        place = rnd.randrange(len(data))
        kind = rnd.randrange(4)
        if kind == 0:
            del data[place:]
        elif kind == 1:
            data[place:place] = rnd.randbytes(2)
        else:
            data[rnd.choice([place, min(place, 10)])] ^= 1 << rnd.randrange(8)
    return bytes(data)


class Pipe(io.RawIOBase):
    """A file that cannot seek, so that zipfile writes sizes behind the bytes."""

    def __init__(self):
        self.bytes = bytearray()

    def writable(self):
        return True

    def seekable(self):
        return False

    def write(self, data):
        self.bytes += data
        return len(data)


def archive(members, comment=b""):
    file = rnd.choice([Pipe(), io.BytesIO()])
    with zipfile.ZipFile(file, "w") as z:
        for name, data in members:
            z.writestr(name, data, rnd.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
        z.comment = comment
    return bytes(file.bytes) if isinstance(file, Pipe) else file.getvalue()


CODES = ["0.00", "yyyy\\-mm\\-dd", "d/m/yy\\ h:mm", "[$-409]h:mm AM/PM;@", "mm:ss", "[h]:mm:ss", "0.0%", '"day" 0', "\\d0",
         "_d0", "mmm\\-yy", "[Red]0", "0.00E+00", "hh:mm\\ \\m", "DD/MM/YYYY"]
TEXTS = ["", "Post ID", "a, b", 'say "hi"', "two\nlines", "cr\rlf", " é 日本 😀 ", "a&b<c>", "_x000D_", "x_x000D_\ny",
         "_x005F_x000D_", "_xD83D__xDE00_", "_xD83D_", "_xZZZZ_"]
NUMBERS = ["0", "-1", "45123", "45123.5", "45123.9999999", "0.25", "59", "60", "61", "1.75", "2958465", "2958466",
           "0.28999999999999998", "1.2216700000000001E+17", "122167000000000012", "123456789012345", "1E3", "1e-7", "007"]


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def rich(text):
    if rnd.random() < 0.6:
        return f"<t>{xml(text)}</t>"
    cut = rnd.randint(0, len(text))
    return f"<r><rPr><b/></rPr><t>{xml(text[:cut])}</t></r><r><t>{xml(text[cut:])}</t></r><rPh><t>かな</t></rPh>"


def xml(text):
    return escape(text).replace("\r", "&#13;")


def cell(place, strings, styles):
    number = rnd.choice(NUMBERS + [repr(rnd.uniform(0, 60000)), repr(40000 + rnd.randrange(86400) / 86400)])
    return rnd.choice([
        f'<c{place} s="{rnd.randrange(styles)}"><f>A1</f><v>{number}</v></c>', f"<c{place}><v>{number}</v></c>",
        f'<c{place} s="{rnd.randrange(styles)}"><v>{number}</v></c>', f'<c{place} s="1"/>',
        f'<c{place} t="s"><v>{rnd.randrange(strings)}</v></c>', f'<c{place} t="b"><v>1</v></c>',
        f'<c{place} t="inlineStr"><is>{rich(rnd.choice(TEXTS))}</is></c>', f'<c{place} t="e"><v>#N/A</v></c>',
        f'<c{place} t="str"><v>{xml(rnd.choice(TEXTS))}</v></c>'])


def worksheet(strings, styles):
    rows, row = "", 0
    for _ in range(rnd.randint(0, 8)):
        step = rnd.choice([1, 1, 1, 3])
        row, column, cells = row + step, 0, ""
        for _ in range(rnd.randint(0, 8)):
            jump = rnd.choice([1, 1, 1, 2, 25])
            column += jump
            named = jump > 1 or rnd.random() < 0.7
            cells += cell(f' r="{letters(column)}{row}"' if named else "", strings, styles)
        rows += f'<row r="{row}">{cells}</row>' if step > 1 or rnd.random() < 0.7 else f"<row>{cells}</row>"
    return f'<worksheet xmlns="m"><cols/><sheetData>{rows}</sheetData><mergeCells/></worksheet>'


def workbook():
    strings = [rnd.choice(TEXTS) for _ in range(10)]
    ids = [0, 9, 14, 20, 22, 45, 46] + [164 + i for i in range(len(CODES))]
    count = rnd.randint(1, 3)
    parts = {f"xl/worksheets/sheet{i}.xml": worksheet(len(strings), len(ids)) for i in range(count)}
    parts["xl/sharedStrings.xml"] = "<sst>" + "".join(f"<si>{rich(s)}</si>" for s in strings) + "</sst>"
    parts["xl/styles.xml"] = (
        "<styleSheet><numFmts>"
        + "".join(f'<numFmt numFmtId="{164 + i}" formatCode={quoteattr(code)}/>' for i, code in enumerate(CODES))
        + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
        + "".join(f'<xf numFmtId="{i}"/>' for i in ids) + "</cellXfs></styleSheet>")
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns:r="r"><workbookPr date1904="{rnd.randrange(2)}"/><sheets>'
        + "".join(f'<sheet name="Lembar {i} &amp;" state="{rnd.choice(["visible", "hidden"])}" r:id="r{i}"/>'
                  for i in range(count)) + "</sheets></workbook>")
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + "".join(
        f'<Relationship Id="r{i}" Type="x/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(count)
    ) + "</Relationships>"
    return archive(parts.items())


# The second reader ----------------------------------------------------------------------------------------------------

BUILT_IN = {9: "percent", 10: "percent", 14: "date", 22: "date", 20: "time", 45: "time", 46: "elapsed"}
TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?:h+|m+|s+)\]|\[[^\]]*\]|am/pm|a/p|y+|m+|d+|h+|s+|%|.', re.S)
ESCAPE = re.compile("_x[dD][89abAB][0-9a-fA-F]{2}__x[dD][c-fC-F][0-9a-fA-F]{2}_|_x(?![dD][89a-fA-F])[0-9a-fA-F]{4}_")


def kind(code):
    tokens = TOKEN.findall(code.lower())
    found = [t.strip("[")[0] for t in tokens if re.fullmatch(r"y+|m+|d+|h+|s+|\[(h+|m+|s+)\]", t)]
    for i, letter in enumerate(found):
        is_minute = i > 0 and found[i - 1] == "h" or found[i + 1:i + 2] == ["s"]
        if letter in "yd" or letter == "m" and not is_minute:
            return "date"
    if any(re.fullmatch(r"\[(h+|m+|s+)\]", t) for t in tokens):
        return "elapsed"
    return "time" if found else "percent" if "%" in tokens else "plain"


def clock(seconds, hours):
    return f"{seconds // 3600:{hours}}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def number(text, style, from1904):
    is_written_out = re.fullmatch(r"[+-]?[0-9.]+", text)
    if style == "plain" and is_written_out and len(re.sub(r"\D", "", text).lstrip("0")) <= 15:
        return text
    value = float(text)
    if style == "plain":
        if abs(value) >= 1e15:
            return text
        return str(int(value)) if value == int(value) else text if "e" in repr(value) else repr(value)
    if style == "percent":
        if value and not 1e-15 <= abs(value) < 1e13:
            return text
        shifted = format(decimal.Decimal(repr(value)) * 100, "f")
        return (shifted.rstrip("0").rstrip(".") if "." in shifted else shifted) + "%"
    if not 0 <= value < 2958466:
        return text
    day, fraction = int(value), value - int(value)
    if style == "elapsed" or style == "time" and day == 0:
        return clock(math.floor(value * 86400 + 0.5), "")
    seconds = math.floor(fraction * 86400 + 0.5)
    day, seconds = day + seconds // 86400 + (1462 if from1904 else 0), seconds % 86400
    if day > 2958465:
        return text
    date = "1900-02-29" if day == 60 else str(d.date(1899, 12, 31 if day < 60 else 30) + d.timedelta(day))
    return date + "T" + clock(seconds, "02") if fraction else date


def unescape(text):
    units = lambda match: bytes.fromhex("".join(re.findall("_x(....)_", match[0]))).decode("utf-16-be")
    return ESCAPE.sub(units, text or "")


def runs(element):
    return "".join(unescape(c.text) if c.tag == "t" else runs(c) for c in element if c.tag in ("t", "r"))


def plain(file):
    """The root of a part, names without their namespaces."""
    root = ET.fromstring(file)
    for element in root.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
        element.attrib = {k.rsplit("}", 1)[-1]: v for k, v in element.attrib.items()}
    return root


def text(c, strings, kinds, from1904):
    value, inline = c.find("v"), c.find("is")
    if inline is not None:
        return runs(inline)
    raw = unescape(value.text) if value is not None else ""
    if not raw:
        return ""
    match c.get("t", "n"):
        case "s": return strings[int(raw)]
        case "b": return {"1": "TRUE", "0": "FALSE"}[raw]
        case "n": return number(raw, kinds[int(c.get("s", 0))], from1904)
    return raw


def csv(sheet, *context):
    lines, row = [], 0
    for element in sheet.find("sheetData"):
        row, column, fields = int(element.get("r", row + 1)), 0, []
        for c in element:
            name = re.match("[A-Z]+", c.get("r", ""))
            column = sum((ord(x) - 64) * 26**i for i, x in enumerate(reversed(name[0]))) if name else column + 1
            if field := text(c, *context):
                quoted = '"' + field.replace('"', '""') + '"' if re.search('[,"\r\n]', field) else field
                fields += [""] * (column - 1 - len(fields)) + [quoted]
        if fields:
            lines += [""] * (row - 1 - len(lines)) + [",".join(fields)]
    return "".join(line + "\n" for line in lines)


def read(data):
    z = zipfile.ZipFile(io.BytesIO(data))
    part = lambda name: plain(z.read(name))
    styles, book = part("xl/styles.xml"), part("xl/workbook.xml")
    codes = {int(e.get("numFmtId")): kind(e.get("formatCode")) for e in styles.find("numFmts")}
    kinds = [{**BUILT_IN, **codes}.get(int(e.get("numFmtId")), "plain") for e in styles.find("cellXfs")]
    strings = [runs(e) for e in part("xl/sharedStrings.xml")]
    targets = {e.get("Id"): posixpath.join("xl", e.get("Target")) for e in part("xl/_rels/workbook.xml.rels")}
    from1904 = book.find("workbookPr").get("date1904") == "1"
    for e in book.find("sheets"):
        yield e.get("name"), e.get("state"), csv(part(targets[e.get("id")]), strings, kinds, from1904)


# Output ---------------------------------------------------------------------------------------------------------------

def inflated(data, size):
    z = zlib.decompressobj(-15)
    try:
        out = z.decompress(data, size + 1)
        out += b"" if len(out) > size else z.flush()
    except zlib.error:
        return "refused"
    return f"{len(out)},{zlib.crc32(out)}" if z.eof and not z.unused_data and len(out) <= size else "refused"


def line(kind_, data, *rest):
    print(kind_, base64.b64encode(data).decode() or "-", *rest)


for _ in range(400):
    plain_bytes = content(rnd.choice([0, 1, 300, 3000]))
    packed = mutate(deflate(plain_bytes)) if rnd.random() < 0.8 else deflate(plain_bytes)
    line("inflate", packed, len(plain_bytes) + 50, inflated(packed, len(plain_bytes) + 50))
for size in [32767, 32769, 163840, 500000]:
    plain_bytes = content(size)
    packed = deflate(plain_bytes)
    line("inflate", packed, size, inflated(packed, size))
for _ in range(60):
    names = rnd.sample(["a.csv", "b/c.txt", "ünï.csv", "日本", "../x", "d/", "e f"], rnd.randint(0, 5))
    data = archive([(n, b"" if n == "d/" else content(rnd.choice([0, 9, 900]))) for n in names], rnd.randbytes(9).hex().encode())
    infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    line("zip", data, *[f"{i.filename.encode().hex()}:{i.file_size}:{i.CRC}" for i in infos])
for _ in range(60):
    data = workbook()
    sheets = [(n.encode().hex(), v, base64.b64encode(t.encode()).decode()) for n, v, t in read(data)]
    line("xlsx", data, *[":".join(s) for s in sheets])
