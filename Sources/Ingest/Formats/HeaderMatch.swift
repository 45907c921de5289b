/// How one file's header fits one format.
struct HeaderMatch: Equatable {
  /// For each column of the format, where it stands in the file: mostly one place, none if the file lacks it, two
  /// where a file carries the same column in two languages.
  var positions: [[Int]]
  /// The language that most headers are in.
  let language: HeaderLanguage
  /// Headers that no column of the format claims, as they stand.
  var unused: [String]
  /// What `kolom.csv` told of headers that the format does not know itself.
  var mapped: [HeaderMapping.Entry] = []
  /// Headers that are read by where they stand, since nobody knows their words.
  var placed: [String] = []
  /// No header told the format, only the order of its columns.
  var isByPosition = false
}

/// Why a header could not be read as any format.
struct UnknownHeader: Error, Equatable {
  /// The headers as they stand.
  let found: [String]
  /// The format that shares most headers with it, if any does.
  let nearest: String?
  /// What the nearest format needs and the file lacks, by its English header.
  let missing: [String]
}

extension FormatDescriptor {
  /// Reads a header as this format; `nil` where a required column is missing.
  func match(header: [String], mapping: HeaderMapping = HeaderMapping()) -> HeaderMatch? {
    guard foreignHeaders.isDisjoint(with: header.map(HeaderCell.normalised)) else { return nil }
    let placed = place(header, mapping)
    for (spec, positions) in zip(columns, placed.positions) where spec.isRequired && positions.isEmpty {
      return nil
    }
    let language =
      placed.votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .english
    return HeaderMatch(
      positions: placed.positions, language: language, unused: placed.unused, mapped: placed.mapped)
  }

  /// Finds the one format that a header fits.
  ///
  /// - Throws: `UnknownHeader`, naming the nearest format, where none fits.
  static func recognise(
    _ header: [String], above next: [String]? = nil, mapping: HeaderMapping = HeaderMapping(),
    among formats: [FormatDescriptor] = known
  ) throws(UnknownHeader) -> (format: FormatDescriptor, match: HeaderMatch) {
    for format in formats {
      let known = format.match(header: header, mapping: mapping)
      if let match = format.complete(known, header: header, above: next, mapping) { return (format, match) }
    }
    let scored = formats.map { format in
      (format, format.place(header, mapping).positions.count { !$0.isEmpty })
    }
    guard let (nearest, hits) = scored.max(by: { $0.1 < $1.1 }), hits >= 3 else {
      throw UnknownHeader(found: header, nearest: nil, missing: [])
    }
    let missing = zip(nearest.columns, nearest.place(header, mapping).positions)
      .filter { $0.isRequired && $1.isEmpty }
      .map { $0.0.aliases[.english]?.first ?? $0.0.field.rawValue }
    throw UnknownHeader(found: header, nearest: nearest.name, missing: missing)
  }

  /// Where the format's columns stand in one order in every language, what the header's words leave open is read by
  /// place, if the record below it has that shape.
  private func complete(
    _ known: HeaderMatch?, header: [String], above next: [String]?, _ mapping: HeaderMapping
  ) -> HeaderMatch? {
    guard let rule = positions, let next, rule.fits(next), !rule.fits(header) else { return known }
    let canonical = columns.map { spec in rule.fields.firstIndex(of: spec.field).map { [$0] } ?? [] }
    // A label may hold a comma of its own: then the words behind it stand beside their columns.
    let shift = header.count - rule.fields.count
    let isInOrder = zip(place(header, mapping).positions, canonical).allSatisfy { found, place in
      found.allSatisfy { $0 == place.first || $0 - shift == place.first }
    }
    // Words that are known and stand elsewhere: somebody moved the columns.
    guard shift >= 0, isInOrder else { return shift == 0 ? known : nil }
    guard var match = known, shift == 0 else {
      return HeaderMatch(positions: canonical, language: .english, unused: [], isByPosition: true)
    }
    for (column, place) in zip(columns.indices, canonical) where match.positions[column].isEmpty {
      match.positions[column] = place
      match.placed += place.map { header[$0] }
    }
    match.unused.removeAll { match.placed.contains($0) }
    return match
  }

  private struct Placing {
    var positions: [[Int]]
    var votes: [HeaderLanguage: Int] = [:]
    var unused: [String] = []
    var mapped: [HeaderMapping.Entry] = []
  }

  /// Finds the columns' places; a header that the format does not know may be known by what `kolom.csv` says of it.
  private func place(_ header: [String], _ mapping: HeaderMapping) -> Placing {
    let index = aliasIndex
    var placing = Placing(positions: [[Int]](repeating: [], count: columns.count))
    for (position, cell) in header.enumerated() {
      let entry = mapping.entry(for: cell)
      if let claim = index[HeaderCell.normalised(cell)] {
        placing.positions[claim.column].append(position)
        for language in claim.languages { placing.votes[language, default: 0] += 1 }
      } else if let entry, let claim = index[HeaderCell.normalised(entry.meaning)] {
        placing.positions[claim.column].append(position)
        placing.mapped.append(entry)
      } else if !HeaderCell.normalised(cell).isEmpty {
        placing.unused.append(cell)
      }
    }
    return placing
  }

  typealias AliasIndex = [String: (column: Int, languages: Set<HeaderLanguage>)]

  /// Every line of every file may be a header, and the aliases are many: their index is made once.
  private static let aliasIndexes: [String: AliasIndex] = Dictionary(
    uniqueKeysWithValues: known.map { ($0.name, $0.madeAliasIndex) })

  private var aliasIndex: AliasIndex { Self.aliasIndexes[name] ?? madeAliasIndex }

  private var madeAliasIndex: AliasIndex {
    var index: AliasIndex = [:]
    for (column, spec) in columns.enumerated() {
      for (language, aliases) in spec.aliases {
        for alias in aliases {
          index[HeaderCell.normalised(alias), default: (column, [])].languages.insert(language)
        }
      }
    }
    return index
  }
}

/// Header cells are compared without what a person does not see.
enum HeaderCell {
  /// A normalised cell without a currency at its end: `estimated revenue (usd)`.
  static func withoutCurrency(_ cell: String) -> String {
    guard cell.hasSuffix(")"), cell.dropLast(4).hasSuffix(" ("),
      cell.dropLast().suffix(3).allSatisfy(\.isLetter)
    else { return cell }
    return String(cell.dropLast(6))
  }

  /// Lower case, trimmed, inner blanks as one space, without byte order marks, soft hyphens, no-break spaces.
  ///
  /// Swift compares text by canonical equivalence, so composed and decomposed letters are equal without more.
  static func normalised(_ cell: String) -> String {
    if let plain = plainASCII(cell) { return plain }
    let visible = cell.unicodeScalars.filter { !["\u{FEFF}", "\u{AD}", "\u{200B}"].contains($0) }
    let words = String(String.UnicodeScalarView(visible)).split { $0.isWhitespace }
    return words.joined(separator: " ").lowercased()
  }

  /// The common case without any question to Unicode: letters of ASCII, single blanks inside.
  private static func plainASCII(_ cell: String) -> String? {
    var previous: UInt8 = 0x20
    for byte in cell.utf8 {
      guard byte < 0x80, byte >= 0x20, byte != 0x20 || previous != 0x20 else { return nil }
      previous = byte
    }
    return previous == 0x20 && !cell.isEmpty ? nil : cell.lowercased()
  }
}
