"""Prints the Unicode version of this Python's unicodedata and three digests (64-bit FNV-1a) of what NFKC must give:

scalars    the UTF-8 of the folded form of each scalar U+0000 to U+10FFFF but for surrogates, a line end after each
sequences  the same for 50,000 pseudo-random sequences of what combines, reorders, folds and is taken apart
kinds      a byte for each code point U+0000 to U+10FFFF: L for letters (isalpha), M for marks, else -

NFKCTests computes the same and compares with the values recorded for its table, Unicode 14.0.0 (Python 3.11):

14.0.0 scalars=94bdfc4df1a26336 sequences=408e5870d667c60a kinds=f62e90552c1b8b4d"""
import unicodedata

RANGES = [
    (0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x300, 0x36F), (0x300, 0x36F), (0x370, 0x3FF), (0x591, 0x5C7),
    (0x64B, 0x65F), (0x9BE, 0x9D7), (0xF40, 0xFBC), (0x1100, 0x1112), (0x1161, 0x1175), (0x11A8, 0x11C2),
    (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x3041, 0x30FE), (0x3131, 0x318E), (0xAC00, 0xAC1C), (0xFB00, 0xFB4F),
    (0xFF66, 0xFFDC), (0x11099, 0x110BA), (0x1D15E, 0x1D16D), (0x1D5D4, 0x1D607), (0x1F3FB, 0x1F3FF),
]


def folded(text):
    once = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFKC", once.casefold())


def sequences():
    state = 1

    def draw(count):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (state >> 33) % count

    for _ in range(50_000):
        text = ""
        for _ in range(2 + draw(6)):
            first, last = RANGES[draw(len(RANGES))]
            text += chr(first + draw(last - first + 1))
        yield text


def kind(code):
    if chr(code).isalpha():
        return "L"
    return "M" if unicodedata.category(chr(code))[0] == "M" else "-"


def digest(parts):
    value = 0xCBF29CE484222325
    for part in parts:
        for byte in part.encode():
            value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return f"{value:016x}"


scalars = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
print(
    unicodedata.unidata_version,
    "scalars=" + digest(folded(scalar) + "\n" for scalar in scalars),
    "sequences=" + digest(folded(text) + "\n" for text in sequences()),
    "kinds=" + digest(kind(code) for code in range(0x110000)),
)
