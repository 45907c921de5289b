/// Everything that reports say in words; each language has a catalogue of the same keys, `{name}` marking what is
/// filled in.
enum Phrase: String, CaseIterable {
  // The head.
  case government, office, title, dataAsOf, dataAsOfRange, noData
  // Headings.
  case summary, completeness, ranking, comparison, notes, followUp
  // Summary.
  case received, receivedNone, standsAbove, standsBelow, indexRose, indexFell, platformTableNote,
    columnSameOffices, sameOffices
  // The appendix.
  case appendixTitle, corrections, correction, glossary, glossaryRate, glossaryReach, glossaryIndex,
    glossaryRange, glossaryTier, glossaryEffectiveness, glossaryUnknown
  // Posts.
  case examples, example, untitled
  // Completeness.
  case complete, partial, topList, undated, missing, unregistered, outside, refusedFiles, waitingRecords,
    rejectedRecords
  case completenessIntro, none, filesOf, recordsOf, platformsMissing
  // Who sent what.
  case statusComplete, statusPartial, statusGaps, statusMissing, statusUndated, statusTopList, statusLegend
  case statusBriefComplete, statusBriefPartial, statusBriefGaps, statusBriefUndated
  // The index over platforms.
  case index, indexIntro, indexRankable, indexMostlyChance, indexNone, indexFewOffices, indexNoInteractions,
    indexGroup, indexNoGroup, columnPostsShort, columnRawIndex, columnIndex, columnIndexRange, columnTier,
    columnThreeMonths, columnReachScore,
    tierAbove, tierAround, tierBelow, indexUp, indexDown, changeBroken, unrankedUnregistered, unrankedNoRate,
    noteIndex, noteIndexRange, noteReachScore, noteThreeMonths
  // Ranking.
  case rankingIntro, rankingNone, partialMark
  case columnRank, columnOffice, columnPosts, columnReach, columnImpressions, columnViews, columnInteractions,
    columnRate, columnRange,
    columnChange
  case unranked, unrankedMissing, unrankedNoPosts, unrankedNoneReceived, unrankedIncomplete, unrankedFewPosts,
    unrankedFewOfPosts, outsideHeading,
    outsideLine
  case changeUp, changeDown, changeSame, changeUnknown
  // Content categories.
  case categories, categoriesIntro, columnCategory, columnShare, columnComments, columnShares, columnEffect,
    columnCrude, columnAccounts, categoryBetter, categoryWorse, categorySame, categoryUnknown,
    categorySimpson,
    categoryBelowTarget, categoryOnTarget, categoriesMade, categoriesWithout, noteCategory
  case doBetter, doWorse, categoriesSame, signals, signalsIntro, signal, signalPerLike, signalPerExposure
  // Comparison with the month before.
  case comparisonIntro, comparisonNone, comparedPosts, comparedReach, comparedRate
  case up, down, same, zeroBase, rateUp, rateDown, rateEqual, improved, declined, unchangedOffices,
    notComparable
  // Notes.
  case shortRate, shortIndex, shortRange, shortCategory, shortReachScore, shortExcluded, excludedOther,
    noteAppendix
  case noteRate, noteRange, noteRank, noteReach, noteMonth, noteClocks, noteMissing, noteExcluded, noteOther,
    noteOwner,
    noteDate
  case noteBreak, noteSource
  case excludedShares, excludedPaid, excludedBasis, excludedExposure, excludedInteractions
  // Follow-up.
  case askMissing, askRefused, askRegister, askRejected, askPartial, askUndated, followUpNone, responsible,
    signature
  // What exposures are called.
  case measureReach, measureGrossReach, measureImpressions, measureViews
  // Recaps.
  case recapTitle, recapWhole, recapSoFar, recapReceived, recapIndex, recapMonths, recapPlatforms, recapNote,
    recapBreak,
    columnMonthsSent, columnPlatform, columnMonth, columnMeasure, columnExposure
  // An office's page.
  case officeTitle, officePlace, officeUnranked, officeIndex, officeTrend, officeBest, officeCategoryNote,
    officeHours, officeHoursSame, officeHoursBetter, officeHabits, officeRhythm, officeTogether,
    officeNotScored, officeRepairs, columnHours
  case repairRegister, repairMissing, repairUndated, repairTopList, repairPartial, rowsFrom
  // Pictures.
  case chartTrend, chartHours
  case skipToContent, annexHeading, chartIndex, chartCategory, chartExposure, historyHeading, chartHistory,
    heatComplete, heatPartial, heatUndated, heatMissing, heatNoAccount
  // The way back from a figure.
  case explainFormula, explainParts, formulaIndex, formulaRate, formulaCount, formulaSum
  // Words.
  case and, more, percent, points
}
