extension Wording {
  /// What reports say in English.
  static let english: [Phrase: String] = [
    .government: "GOVERNMENT OF WAJO REGENCY",
    .office: "OFFICE OF COMMUNICATION, INFORMATICS AND STATISTICS",
    .title: "Social Media Performance of Regional Government Units, {month}",
    .dataAsOf:
      "Data as of {day} ({age} days after the month's end), downloaded from the platforms by each office's admin. Months are months in WITA.",
    .dataAsOfRange:
      "Data as of {day} ({age} days after the month's end; files exported since {first}), downloaded from the platforms by each office's admin. Months are months in WITA.",
    .noData: "There are no files for this month yet.",
    .summary: "SUMMARY",
    .completeness: "COMPLETENESS OF DATA",
    .ranking: "RANKING ON {platform}",
    .comparison: "COMPARISON WITH {month}",
    .notes: "NOTES AND LIMITS",
    .followUp: "SUGGESTED FOLLOW-UP",
    .received:
      "In {month}, {received} of {offices} offices submitted data: {complete} complete, {partial} in part.",
    .receivedNone: "No office has submitted data for {month}.",
    .standsAbove: "Above the regency (the whole range of the index above 100): {names}.",
    .standsBelow: "In need of support (the whole range of the index below 100): {names}.",
    .indexRose: "Index up, beyond chance: {names}.",
    .indexFell: "Index down, beyond chance: {names}.",
    .platformTableNote:
      "Figures of different platforms are not added up. The comparison is of offices complete in both months.",
    .columnSameOffices: "Rate last month → this",
    .sameOffices: "{before} → {now} ({offices} offices)",
    .appendixTitle: "Annex to the Report on Social Media of Government Offices, {month}",
    .corrections: "CATEGORIES CORRECTED BY HAND",
    .correction: "{office}, {platform}: now {category}, reason: {reason}; {link}",
    .glossary: "GLOSSARY",
    .glossaryRate:
      "Engagement rate: interactions divided by reach, impressions or views of the same posts.",
    .glossaryReach:
      "Reach: the platform's estimate of how many accounts saw one post. Gross reach: its sum over posts.",
    .glossaryIndex:
      "Engagement index: an office's interactions against what is usual in the regency for as much exposure; 100 is the same.",
    .glossaryRange:
      "Range: where a figure may reasonably lie; two offices whose ranges overlap cannot be told apart yet.",
    .glossaryTier: "Above, around, below: where the whole range of the index lies against 100.",
    .glossaryEffectiveness:
      "Effectiveness of a category: interactions of its posts against other posts of the same accounts; 100 is the same.",
    .glossaryUnknown: "The mark –: not known or not to be computed; not zero.",
    .examples: "POSTS WORTH IMITATING",
    .example:
      "{category}: {office}, {platform}, “{title}”: {interactions} interactions on {measure} {exposure}; usual {expected}.",
    .untitled: "no caption",
    .doBetter: "More interactions than other posts of the same accounts: {names}.",
    .doWorse: "Fewer interactions than other posts of the same accounts: {names}.",
    .categoriesSame: "No difference to be seen: {names}.",
    .signalPerLike: "{value} comments per reaction; usual for the account {usual}",
    .signalPerExposure: "{value} comments per exposure; usual for the account {usual}",
    .shortRate:
      "Engagement rate = interactions : reach (Facebook, Instagram), impressions (X), views (YouTube, TikTok), over posts where both are known.",
    .shortIndex:
      "Index = 100 x interactions : those usual in the regency for that exposure; viral posts are capped, offices with few posts are drawn to the mean of their group.",
    .shortRange:
      "The range of the index holds the true value 90–92 times in 100; a rank is therefore written as a range.",
    .shortCategory:
      "Effectiveness = 100 x rate of the category : other posts of the same accounts; association, not cause.",
    .shortReachScore:
      "Expos. (0–100) = mean percentile of an office's reach, impressions or views on the platforms it uses.",
    .shortExcluded: "Not in the engagement rate: {parts}.",
    .excludedOther: "{count} collaboration posts known only from another account's file",
    .noteAppendix:
      "Each platform, details and all notes: lampiran.txt. Every figure can be followed to file and line: medsos explain.",
    .complete: "Complete",
    .partial: "In part",
    .topList: "top list",
    .undated: "Range of days not known",
    .missing: "Not submitted",
    .unregistered: "No account registered",
    .outside: "Outside the ranking",
    .refusedFiles: "Files refused",
    .waitingRecords: "Waiting (why: ditolak.csv)",
    .rejectedRecords: "Rows rejected",
    .completenessIntro: "Complete: the files cover the whole month (WITA) for every registered account.",
    .none: "none",
    .filesOf: "{name} ({count} files)",
    .recordsOf: "{name} ({count} rows)",
    .platformsMissing: "{name} ({platforms})",
    .statusComplete: "complete ({count} files)",
    .statusPartial: "in part: {days}",
    .statusGaps: "with gaps: {days}",
    .statusMissing: "MISSING",
    .statusUndated: "range not known",
    .statusTopList: "top list",
    .statusBriefComplete: "complete ({count})",
    .statusBriefPartial: "in part",
    .statusBriefGaps: "with gaps",
    .statusBriefUndated: "not known",
    .statusLegend:
      "Complete: the files' ranges cover the whole month in WITA. Meta's days begin at 15:00 or 16:00 WITA, X's at 08:00 WITA, so an export must begin one day before the month. Top list: the file does not hold all posts. A dot: the office has no account registered there.",
    .index: "RANKING OF OFFICES",
    .indexIntro:
      "100 is the regency: interactions against what is usual for as much exposure on the same platform. Ranked: offices with at least {minimum} posts that count. A rank is a range within the group; where ranges overlap, the order is not certain. Raw: before the adjustment for offices with few posts.",
    .indexRankable: "This month's order can be told apart fairly well (rankability {rho}).",
    .indexMostlyChance:
      "This month's order is mostly chance (rankability {rho}, below 0.5): read the tiers, not the order.",
    .indexNone: "There is no index: {reason}",
    .indexFewOffices: "fewer than 3 offices have posts that count.",
    .indexNoInteractions: "nobody interacted with any post.",
    .indexGroup: "Peer group: {group}",
    .indexNoGroup: "none",
    .columnPostsShort: "Posts",
    .columnRawIndex: "Raw",
    .columnIndex: "Index",
    .columnIndexRange: "Range",
    .columnTier: "Average",
    .columnThreeMonths: "3 mths",
    .columnReachScore: "Expos.",
    .tierAbove: "above",
    .tierAround: "around",
    .tierBelow: "below",
    .indexUp: "up from {before}",
    .indexDown: "down from {before}",
    .changeBroken: "not comparable",
    .unrankedUnregistered: "no account is registered.",
    .unrankedNoRate: "nobody has interacted on the platforms it uses.",
    .noteIndex:
      "Engagement index = 100 x sum of interactions over sum of usual interactions (the regency's rate on the platform x the post's exposure), viral posts capped at 10 times the usual, each post weighted by its precision, and offices with few posts drawn toward their group's mean; formulas and parameters: docs/metrik.md, mart_opd_month and medsos explain.",
    .noteIndexRange:
      "The index's range holds the true value 90–92 times in 100 (docs/decisions/0001-simulasi.md); rank ranges come from 2,000 draws; above or below average only where the whole range lies above or below 100.",
    .noteReachScore:
      "Exposure (0-100) = the mean percentile of an office's gross reach, impressions or views over the platforms it uses; figures of different platforms are not added.",
    .noteThreeMonths:
      "The 3-month index takes the posts of this month and the two before, each month with the regency's own rates.",
    .rankingIntro:
      "In order of the engagement rate (interactions divided by {measure}) on {platform}, for offices with at least {minimum} posts. The range is where that rate may reasonably lie: offices whose ranges overlap cannot be told apart yet.",
    .rankingNone: "No office can be ranked yet.",
    .partialMark: "* Data incomplete; the figures are of the part received.",
    .columnRank: "Rank",
    .columnOffice: "Office",
    .columnPosts: "Posts",
    .columnReach: "Gross reach",
    .columnImpressions: "Impressions",
    .columnViews: "Views",
    .columnInteractions: "Interact.",
    .columnRate: "Rate %",
    .columnRange: "Range %",
    .columnChange: "On last month",
    .unranked: "Not ranked yet (alphabetical)",
    .unrankedMissing: "no data submitted.",
    .unrankedNoPosts: "no posts in this month.",
    .unrankedNoneReceived: "data incomplete; no posts in the part received.",
    .unrankedIncomplete: "Data incomplete.",
    .unrankedFewPosts: "only {count} posts (at least {minimum}).",
    .unrankedFewOfPosts: "only {count} of {posts} posts count (at least {minimum}).",
    .outsideHeading: "Outside the ranking",
    .outsideLine: "{posts} posts, {measure} {exposure}, engagement rate {rate} percent.",
    .changeUp: "up {points} points",
    .changeDown: "down {points} points",
    .changeSame: "about the same",
    .changeUnknown: "–",
    .categories: "EFFECTIVENESS BY CONTENT CATEGORY",
    .categoriesIntro:
      "Effectiveness sets a category's posts against the other posts of the same accounts; 100 means no difference. Crude compares all accounts at once. It is association, not cause.",
    .columnCategory: "Category",
    .columnShare: "Share %",
    .columnComments: "Comm./post",
    .columnShares: "Shares/post",
    .columnEffect: "Effect",
    .columnCrude: "Crude",
    .columnAccounts: "Accts",
    .categoryBetter:
      "{category} gets more response than other posts of the same accounts (effectiveness {index}, range {low}–{high}).",
    .categoryWorse:
      "{category} gets less response than other posts of the same accounts (effectiveness {index}, range {low}–{high}).",
    .categorySame: "{category}: no difference to be seen yet (effectiveness {index}, range {low}–{high}).",
    .categoryUnknown: "{category}: not enough data to compare.",
    .categorySimpson:
      "The crude comparison differs because busy accounts post it more often or less; read the adjusted figure.",
    .categoryBelowTarget: "Share of {category} {share} percent, below the target of {target} percent.",
    .categoryOnTarget: "Share of {category} {share} percent, meets the target of {target} percent.",
    .categoriesMade:
      "Categories come from the captions; {manual} corrected by hand, {review} to be looked at.",
    .categoriesWithout: "{count} posts have no category yet.",
    .signals: "POSTS TO LOOK AT",
    .signalsIntro:
      "Their comments lie far outside the account's own habit of the last three months: a busy complaint, perhaps, or good news. For a look only, not scored.",
    .signal: "{office}, {platform}: {comments} comments, {usual}. {link}",
    .noteCategory:
      "Category effectiveness = 100 x the rate of interactions inside a category over that of the same account's other posts (Poisson regression with a constant for each account; range by a jackknife over accounts); a difference is named only where the adjusted p (Benjamini–Hochberg) is below 0.05.",
    .comparisonIntro:
      "On {platform}, only the {offices} offices with complete data in both months are compared.",
    .comparisonNone: "Not comparable on {platform}: no office is complete in both months.",
    .comparedPosts: "The number of posts is {change}.",
    .comparedReach: "{measure}: {change}.",
    .comparedRate: "The overall engagement rate is {change}.",
    .up: "up {percent} percent (from {before} to {now})",
    .down: "down {percent} percent (from {before} to {now})",
    .same: "about the same (from {before} to {now}; a difference under 5 percent)",
    .zeroBase: "{now}; last month {before}, so that no percentage is given",
    .rateUp: "{now} percent, {points} percentage points above last month ({before} percent)",
    .rateDown: "{now} percent, {points} percentage points below last month ({before} percent)",
    .rateEqual: "{now} percent, the same as last month",
    .improved: "Engagement rate up, beyond its range: {names}.",
    .declined: "Engagement rate down, beyond its range: {names}.",
    .unchangedOffices: "About the same (ranges overlap): {count} offices.",
    .notComparable: "Not comparable (one of the months incomplete, or too few posts): {count}.",
    .noteRate:
      "Engagement rate = likes or reactions, comments or replies, and shares (on Instagram saves, too; on X reposts and bookmarks) divided by reach on Facebook and Instagram, impressions on X, views on YouTube and TikTok, summed over the posts for which both are known.",
    .noteRange:
      "Ranges take the post as the unit (standard error of a ratio of sums, log scale, Student's t); where posts differ much they hold the true value 86–91 times in 100.",
    .noteRank:
      "Ranks per platform go by the unadjusted engagement rate; the ranking of offices goes by the index.",
    .noteReach:
      "Reach is summed over posts; one person may be counted more than once, so it is no number of people.",
    .noteMonth:
      "Meta's files (Facebook and Instagram) give publication in US Pacific time; medsos converts to WITA before choosing the month.",
    .noteClocks:
      "The time of posts on X and TikTok is read from their ids (TikTok: of the upload, not of a scheduled publication); YouTube gives a day only, which is taken as it stands.",
    .noteMissing: "A figure that the platform does not report stays blank (–); it is not taken for zero.",
    .noteExcluded:
      "On {platform}, {count} of {posts} posts are reported but not part of the rate: {reasons}.",
    .noteOther: "{count} posts are known from another account's file only; they are not counted.",
    .noteOwner:
      "{count} posts of accounts that no office owned on the day of publication; they are not counted.",
    .noteDate: "{count} posts without a day of publication; they enter no month.",
    .noteBreak: "Change of definition on {platform} since {day}: {change}",
    .noteSource:
      "Every figure leads back to file and line through v_post_latest; what was left out: ditolak.csv.",
    .excludedShares: "{count} shares of others' posts, stories or replies",
    .excludedPaid: "{count} paid (boosted) posts",
    .excludedBasis: "{count} from files that lack an interaction column",
    .excludedExposure: "{count} without {measure}",
    .excludedInteractions: "{count} without interactions",
    .askMissing: "Ask for the files of {month}: {names}.",
    .askRefused:
      "Export refused files again, without opening them in a spreadsheet (reason: ditolak.csv): {names}.",
    .askRegister:
      "Register the account in akun.csv, move the file to the folder named in ditolak.csv, or complete its range of days, and run again: {names}.",
    .askRejected: "Look at the rejected rows (ditolak.csv) and send the original export: {names}.",
    .askPartial:
      "Complete the export so that it covers {first} to {last} (from a day before the month): {names}.",
    .askUndated:
      "Send the file under the platform's own name, so that its range of days can be read: {names}.",
    .followUpNone: "None; every file is complete and readable.",
    .responsible: "({who}; due ..........)",
    .signature:
      "Head of office: ..............................     Prepared by: ..............................",
    .measureReach: "reach",
    .measureGrossReach: "gross reach",
    .measureImpressions: "impressions",
    .measureViews: "views",
    .recapTitle: "Social Media of Government Offices, Recap of {period}",
    .recapWhole: "From {first} to {last}, {months} months. Months are those of WITA.",
    .recapSoFar:
      "From {first} to {last}: {months} of {all} months; the others are not over. Months are those of WITA.",
    .recapReceived:
      "Of {offices} offices, {whole} sent complete data for every month of {period}, {part} in part.",
    .recapIndex:
      "The index takes the posts of all months, each held against the county's rate of its own month and platform; 100 is the county. Ranked: offices with at least {minimum} posts that count. A rank is written as its range within the group.",
    .recapMonths: "INDEX MONTH BY MONTH",
    .recapPlatforms: "PLATFORMS MONTH BY MONTH",
    .recapNote:
      "The recap is computed from the posts of every month, not from the mean of monthly ranks; a month that was not sent does not count as zero.",
    .recapBreak:
      "{office}, {platform}: what is counted changed on {day}, so there is no rate over the whole period.",
    .columnMonthsSent: "Whole months",
    .columnPlatform: "Platform",
    .columnMonth: "Month",
    .columnMeasure: "Measure",
    .columnExposure: "Sum",
    .officeTitle: "Social Media Report Card of {office}, {month}",
    .officePlace: "THIS MONTH",
    .officeUnranked: "Not ranked yet: {reason}",
    .officeIndex:
      "Engagement index {index} (range {low}–{high}; 100 is the regency): {tier} the mean. Rank {places} in the group {group}. From last month: {change}.",
    .officeTrend: "INDEX OF THE LAST MONTHS",
    .officeBest: "THE THREE BEST POSTS",
    .officeCategoryNote:
      "Effectiveness: against other posts of the same accounts, 100 is the same; –: not enough data. Where the range holds 100, no difference is to be seen.",
    .officeHours: "HOURS OF PUBLICATION (WITA), LAST THREE MONTHS",
    .officeHoursSame: "No hours do better than others, as far as can be seen.",
    .officeHoursBetter: "More interactions than at other hours: {hours}. Association, not cause.",
    .officeHabits: "HABITS",
    .officeRhythm:
      "{perWeek} posts a week; at most {silence} days in a row without a post; {hours} percent in office hours.",
    .officeTogether:
      "{collab} collaboration posts, {cross} on more than one platform, {mentions} name another office's account, {events} with an event's hashtag; {comments} comments per post.",
    .officeNotScored: "For information; not scored.",
    .officeRepairs: "WHAT WAS MISSING OR REJECTED, AND HOW TO PUT IT RIGHT",
    .columnHours: "Hours",
    .repairRegister:
      "No account is registered: tell Diskominfotik the account's address, to be entered in akun.csv.",
    .repairMissing:
      "{platform}, {account}: nothing was sent. Download {first} to {last} and put the file, unopened, into {folder}",
    .repairUndated:
      "{platform}, {account}: the file's range of days is not known. Send the file under the platform's own name to {folder}",
    .repairTopList:
      "{platform}, {account}: the file is a top list, not all posts; the platform gives no more. Nothing needs to be done.",
    .repairPartial:
      "{platform}, {account}: only a part of the month is covered. Download {first} to {last} again and put it into {folder}",
    .rowsFrom: "{count} rows from there",
    .chartTrend: "Mark: index; line: its range; dashed line: 100, the regency.",
    .chartHours: "Mark: index of posts at these hours; line: its range; dashed line: the office's own index.",
    .skipToContent: "Skip to the content",
    .annexHeading: "Annex",
    .chartIndex:
      "Mark: index; line: its range; dashed line: 100, the regency. ▲ above, ● around, ▼ below. * incomplete data. The table is in the annex.",
    .chartCategory:
      "Effectiveness with its range; 100: as other posts of the same accounts. ▲ more, ▼ fewer interactions, ● no difference to be seen.",
    .chartExposure: "{measure} on {platform}, sum over posts",
    .historyHeading: "INDEX OF THE LAST MONTHS",
    .chartHistory:
      "{first} to {last}; one scale for all offices, dashed line 100, bars are ranges, the figure on the right is this month's index.",
    .heatComplete: "complete",
    .heatPartial: "in part",
    .heatUndated: "range of days not known",
    .heatMissing: "not submitted",
    .heatNoAccount: "no account registered",
    .explainFormula: "formula: {formula}",
    .explainParts: "{count} posts, each with its file and line:",
    .formulaIndex:
      "100 x exp(score); score = index_prior_mean + index_shrinkage x (ln((Σ w·I + 0.5)/(Σ w·E + 0.5)) - index_prior_mean); E = index_rate x q, w = 1/(1 + kappa2 x E), I capped at 10 x the regency's rate x q",
    .formulaRate: "Σ interactions / Σ exposure over posts that count",
    .formulaCount: "how many posts",
    .formulaSum: "sum over posts",
    .and: "and",
    .more: "and {count} more",
    .percent: "percent",
    .points: "percentage points",
  ]
}
