/// A post as the statistics see it: whose, where, how many interactions on how much exposure.
///
/// Offices, platforms and cells are numbered from 0; what they are called is the caller's affair.
package struct IndexPost: Equatable, Sendable {
  /// The office, or whatever unit is compared.
  package var office: Int
  /// The platform, whose exposures are counted alike.
  package var platform: Int
  /// Interactions, at least 0.
  package var interactions: Double
  /// Exposure in the platform's own unit, above 0.
  package var exposure: Double

  package init(office: Int, platform: Int, interactions: Double, exposure: Double) {
    self.office = office
    self.platform = platform
    self.interactions = interactions
    self.exposure = exposure
  }
}

/// A post's interactions beside those that its exposure lets one expect.
struct ExpectedPost: Equatable, Sendable {
  /// The unit whose posts are compared among themselves.
  let unit: Int
  /// Interactions, capped.
  let observed: Double
  /// County-wide rate of the platform × exposure.
  let expected: Double
}
