"""Bytes to characters: which encoding a text is in, told by cheap and certain tests first."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

#: Byte order marks, the longer first since UTF-32 LE begins as UTF-16 LE does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Characters looked at to judge whether a decoding makes sense.
_SAMPLE = 20_000
#: Control characters that a text does not hold; a few stray ones are forgiven.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
#: A decoding that is to be believed has at least this share of plausible characters.
_PLAUSIBLE = 0.9
#: A damaged text may have this share of stretches of bytes that are no characters.
_MOST_DAMAGE = 0.002


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was decoded.

    Attributes:
        text: Its characters, line breaks as stored, a byte order mark left out.
        encoding: The name of the encoding.
        replaced: How many stretches of bytes were no characters and were replaced by U+FFFD.
    """

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, declared: str = "") -> Decoded | None:
    """The bytes as text, or None where they are no text in any encoding that is known.

    Args:
        data: The bytes of a text.
        declared: The encoding that the text says it is in, if it says so; believed if the bytes agree.

    >>> decode("全省总产值".encode("gb18030")).encoding
    'gb18030'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_replacements(data[len(mark) :], encoding)
    if declared and (decoded := _strictly(data, _wider(declared))) is not None:
        return decoded
    return _by_certain_tests(data) or _by_damage(data, declared) or _by_statistics(data)


def _by_certain_tests(data: bytes) -> Decoded | None:
    nulls = data.count(b"\0")
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None and (not nulls or not _looks_like_utf16(data, nulls)):
        return utf8 if len(_CONTROLS.findall(data)) <= max(1, len(data) * _MOST_CONTROLS) else None
    encodings = ["gb18030", "big5"] if not nulls else []
    encodings += ["utf-16-le", "utf-16-be"] if len(data) % 2 == 0 else []
    candidates = [_strictly(data, encoding) for encoding in encodings]
    scored = [(plausibility(found.text, _charset(found)), found) for found in candidates if found is not None]
    best, decoded = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return decoded if best >= _PLAUSIBLE else None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _charset(decoded: Decoded) -> str:
    return "big5" if decoded.encoding == "big5" else "gb2312"


def _with_replacements(data: bytes, encoding: str) -> Decoded:
    return _strictly(data, encoding) or Decoded(
        text := data.decode(encoding, errors="replace"), encoding, len(re.findall("\ufffd+", text))
    )


def _wider(declared: str) -> str:
    """The encoding to decode with: pages that say gb2312 or gbk hold characters of GB18030."""
    name = declared.strip().strip("\"'").lower()
    return "gb18030" if name in {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb18030", "euc-cn"} else name


def _looks_like_utf16(data: bytes, nulls: int) -> bool:
    """Whether the zero bytes are the high halves of ASCII characters: all on one side of the pairs."""
    even = data[::2].count(b"\0")
    return len(data) % 2 == 0 and nulls * 10 >= len(data) and even in (0, nulls)


def _by_damage(data: bytes, declared: str) -> Decoded | None:
    """A text that is cut inside a character, or has a few bytes spoilt."""
    if len(_CONTROLS.findall(data)) > max(1, len(data) * _MOST_CONTROLS):
        return None
    encodings = [_wider(declared)] if declared and _known(declared) else []
    for encoding in (*encodings, "utf-8", "gb18030"):
        decoded = _with_replacements(data, encoding)
        if decoded.replaced <= max(1, len(decoded.text) * _MOST_DAMAGE) and plausibility(decoded.text) >= _PLAUSIBLE:
            return decoded
    return None


def _known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(_wider(encoding)))
    except LookupError:
        return False


def _by_statistics(data: bytes) -> Decoded | None:
    if len(_CONTROLS.findall(data)) > max(1, len(data) * _MOST_CONTROLS):
        return None
    # charset-normalizer costs 30 ms to import and is wanted by few texts: Shift JIS, Windows code pages.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    decoded = _strictly(data, best.encoding) if best is not None else None
    return decoded if decoded is not None and plausibility(decoded.text) >= _PLAUSIBLE else None


def plausibility(text: str, charset: str = "gb2312") -> float:
    """How much a text looks like one that people wrote, from 0 to 1: the share of common characters in its beginning.

    A text decoded in the wrong encoding is full of rare Chinese characters, of other scripts and of unassigned codes.
    """
    counts = Counter(text[:_SAMPLE])
    common = sum(count * _commonness(character, charset) for character, count in counts.items())
    return common / max(1, counts.total())


#: The lead byte with which the second level of a national set begins, of rarer characters.
_SECOND_LEVEL = {"gb2312": 0xD8, "big5": 0xC9}


@lru_cache(maxsize=16384)
def _commonness(character: str, charset: str) -> float:
    code = ord(character)
    if code < 0x80:
        return 1.0 if code >= 0x20 or character in "\t\n\r\f\v\x1b" else 0.0
    if 0x4E00 <= code < 0xA000:
        encoded = character.encode(charset, errors="replace")
        return 0.0 if len(encoded) < 2 else 1.0 if encoded[0] < _SECOND_LEVEL[charset] else 0.5
    symbols = 0x2010 <= code < 0x2670 or 0x3000 <= code < 0x3020 or 0xFF00 <= code < 0xFFEF
    return 1.0 if symbols or character in "\xa0·°×" else 0.0
