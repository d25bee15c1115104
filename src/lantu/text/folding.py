"""Folding of characters that differ only in form: full width, compatibility brackets, look-alike dashes.

Every fold is one character to one character, so offsets do not move.
"""

import re

_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}  # ！ to ～

#: Full-width punctuation that Chinese text writes on purpose; the grammar expects it wide, so it stays.
_KEPT_WIDE = "！（），：；？"

_FOLDS: dict[int, int | str] = {
    **{code: ascii_code for code, ascii_code in _FULL_WIDTH.items() if chr(code) not in _KEPT_WIDE},
    **{ord(narrow): wide for narrow, wide in zip("!(),:;?", "！（），：；？", strict=True)},
    **dict.fromkeys(
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
        " ",
    ),
    **dict.fromkeys(map(ord, "﹪٪"), "%"),
    **dict.fromkeys(map(ord, "―─━"), "—"),
    **dict.fromkeys(map(ord, "〜～∼˜"), "~"),
    **dict.fromkeys(map(ord, "﹣−"), "-"),
    **dict.fromkeys(map(ord, "≧⩾"), "≥"),
    **dict.fromkeys(map(ord, "≦⩽"), "≤"),
}

_FOLDED = {chr(code): chr(to) if isinstance(to, int) else to for code, to in _FOLDS.items()}
_ASCII_FOLDED = {character: to for character, to in _FOLDED.items() if character.isascii()}
_OTHERS = re.compile("[" + "".join(re.escape(character) for character in _FOLDED if not character.isascii()) + "]")
#: The comma comes first in the pattern, so that a search leaps from comma to comma.
_THOUSANDS = re.compile(r"，(?<=\d，)(?=\d{3}(?!\d))")


def fold(text: str) -> str:
    """The text with full-width letters and digits narrow, and ASCII punctuation wide, character for character.

    A comma between digits is a thousands separator and stays narrow: ``1,234`` does not become ``1，234``.
    """
    # A search for what is to be folded is twenty times as fast as str.translate, which looks up every character.
    for narrow, wide in _ASCII_FOLDED.items():
        text = text.replace(narrow, wide)
    return _THOUSANDS.sub(",", _OTHERS.sub(_folded, text))


def _folded(match: re.Match[str]) -> str:
    return _FOLDED[match.group()]
