/// How one file's header fits one format.
struct HeaderMatch: Equatable {
  /// For each column of the format, where it stands in the file: mostly one place, none if the file lacks it, two
  /// where a file carries the same column in two languages.
  let positions: [[Int]]
  /// The language that most headers are in.
  let language: HeaderLanguage
  /// Headers that no column of the format claims, as they stand.
  let unused: [String]
  /// What `kolom.csv` told of headers that the format does not know itself.
  var mapped: [HeaderMapping.Entry] = []
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
    _ header: [String], mapping: HeaderMapping = HeaderMapping(), among formats: [FormatDescriptor] = known
  ) throws(UnknownHeader) -> (format: FormatDescriptor, match: HeaderMatch) {
    for format in formats {
      if let match = format.match(header: header, mapping: mapping) { return (format, match) }
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

  private var aliasIndex: [String: (column: Int, languages: Set<HeaderLanguage>)] {
    var index: [String: (column: Int, languages: Set<HeaderLanguage>)] = [:]
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
  /// Lower case, trimmed, inner blanks as one space, without byte order marks, soft hyphens, no-break spaces.
  ///
  /// Swift compares text by canonical equivalence, so composed and decomposed letters are equal without more.
  static func normalised(_ cell: String) -> String {
    let visible = cell.unicodeScalars.filter { !["\u{FEFF}", "\u{AD}", "\u{200B}"].contains($0) }
    let words = String(String.UnicodeScalarView(visible)).split { $0.isWhitespace }
    return words.joined(separator: " ").lowercased()
  }
}
