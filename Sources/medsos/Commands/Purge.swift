import Ingest
import Warehouse

extension Command {
  /// Deletes posts for good.
  static let purge = Command(
    name: "purge", indonesian: "hapus unggahan lama, atau semua milik satu akun, untuk selamanya",
    english: "delete old posts, or everything of an account, for good",
    options: [
      Option(
        "--before", "YYYY-MM", "unggahan yang terbit sebelum bulan ini; angka bulanannya tetap",
        "posts published before this month; the months' figures stay"),
      Option("--account", "PLATFORM:AKUN", "akun seperti di akun.csv", "an account as in akun.csv"),
      Option("--yes", "hapus; tanpa ini hanya dihitung", "delete; without it they are only counted"),
      .warehouse,
    ]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let language = console.language
    let target = try arguments.purgeTarget()
    let warehouse = try session.existingWarehouse()
    let isReal = arguments.has("--yes")
    let purge = Purge(warehouse, now: Clock.now)
    guard let outcome = try isReal ? purge.purge(target) : purge.count(target) else {
      throw UsageError(
        language.choose(
          "akun itu tidak ada di gudang; lihat `medsos sql \"SELECT platform, account FROM dim_account JOIN dim_platform USING (platform_key)\"`",
          "the warehouse has no such account; see `medsos sql \"SELECT platform, account FROM dim_account JOIN dim_platform USING (platform_key)\"`"
        ))
    }
    if arguments.has("--json") {
      try console.json(PurgeJSON(posts: outcome.posts, facts: outcome.facts, deleted: isReal))
    } else {
      let counts = language.choose(
        "\(outcome.posts) unggahan, \(outcome.facts) angka", "\(outcome.posts) posts, \(outcome.facts) facts")
      console.out(
        (isReal
          ? language.choose("dihapus: ", "deleted: ") : language.choose("akan dihapus: ", "to be deleted: "))
          + counts)
      if !isReal {
        console.note(
          language.choose(
            "buat cadangan, lalu ulangi dengan --yes", "make a backup, then say it again with --yes"))
      }
    }
    return ExitCode.done
  }
}

extension Arguments {
  fileprivate func purgeTarget() throws(UsageError) -> Purge.Target {
    switch (self["--before"], self["--account"]) {
    case (let text?, nil):
      guard let month = Month(text), (2004...2040).contains(month.year) else {
        throw UsageError(
          language.choose(
            "--before: diharapkan seperti 2024-01, ditemukan \"\(visible(text))\"",
            "--before: expected such as 2024-01, found \"\(visible(text))\""))
      }
      return .before(month)
    case (nil, let text?):
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageError(
          language.choose(
            "--account: diharapkan seperti facebook:100012345, ditemukan \"\(visible(text))\"",
            "--account: expected such as facebook:100012345, found \"\(visible(text))\""))
      }
      return .account(platform: parts[0].lowercased(), name: parts[1])
    default:
      throw UsageError(
        language.choose(
          "sebut --before atau --account, salah satu", "name --before or --account, one of them"))
    }
  }
}

private struct PurgeJSON: Encodable {
  let posts, facts: Int
  let deleted: Bool
}
