"""Prints a digest of US Pacific time, hour by hour, by Python's zone database: for each wall-clock hour from 2007 to
2040 one line "day hour epoch ambiguous skipped", hashed. The same digest is computed by PacificTimeTests."""
import datetime as d, hashlib, zoneinfo

zone, utc = zoneinfo.ZoneInfo("America/Los_Angeles"), d.timezone.utc
digest = hashlib.sha256()
wall = d.datetime(2007, 1, 1)
while wall.year < 2041:
    first, second = (wall.replace(tzinfo=zone, fold=f) for f in (0, 1))
    differs = first.utcoffset() != second.utcoffset()
    back = first.astimezone(utc).astimezone(zone).replace(tzinfo=None)
    skipped = differs and back != wall
    ambiguous = differs and not skipped
    # A reading that does not occur counts as standard time (the offset before the change, fold 0).
    epoch = int(first.timestamp())
    digest.update(f"{wall:%Y-%m-%d %H} {epoch} {int(ambiguous)} {int(skipped)}\n".encode())
    wall += d.timedelta(hours=1)
print(digest.hexdigest())
