/// Many small lists in one array: going through one touches no reference count, of which nested arrays would spend a
/// third of the time of a caption.
struct PackedLists: Sendable {
  /// The lists' members, one list behind the other.
  private(set) var values: [Int32] = []
  private var ends: [Int] = [0]

  init() {}

  init(_ lists: [[Int32]]) {
    for list in lists { append(list) }
  }

  var count: Int { ends.count - 1 }

  /// Where a list stands in `values`.
  @inline(__always)
  func range(_ list: Int) -> Range<Int> { ends[list]..<ends[list + 1] }

  mutating func append(_ list: [Int32]) {
    values += list
    endList()
  }

  /// Adds to the list that `endList` will end.
  @inline(__always)
  mutating func add(_ value: Int32) { values.append(value) }

  /// Adds members of another collection to the list that `endList` will end.
  @inline(__always)
  mutating func add(_ list: Int, of other: borrowing PackedLists) {
    for place in other.range(list) { values.append(other.values[place]) }
  }

  mutating func endList() { ends.append(values.count) }

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
  }

  @inline(__always)
  func contains(_ value: Int32, in list: Int) -> Bool {
    for place in range(list) where values[place] == value { return true }
    return false
  }
}
