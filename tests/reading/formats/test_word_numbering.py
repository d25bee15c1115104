"""Numbers in the styles that Word offers for Chinese documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.reading.formats.word_numbering import format_number

STYLES = [
    ("decimal", 12, "12"),
    ("decimalZero", 7, "07"),
    ("chineseCounting", 10, "十"),
    ("chineseCountingThousand", 21, "二十一"),
    ("chineseCountingThousand", 105, "一百零五"),
    ("chineseCountingThousand", 110, "一百一十"),
    ("japaneseCounting", 1010, "一千零一十"),
    ("ideographDigital", 10, "一〇"),
    ("chineseLegalSimplified", 32, "叁拾贰"),
    ("ideographTraditional", 3, "丙"),
    ("ideographZodiac", 12, "亥"),
    ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "㉑"),
    ("decimalEnclosedCircle", 50, "㊿"),
    ("decimalEnclosedCircle", 51, "51"),
    ("decimalEnclosedFullstop", 3, "⒊"),
    ("decimalEnclosedParen", 20, "⒇"),
    ("ideographEnclosedCircle", 2, "㊁"),
    ("decimalFullWidth", 15, "１５"),
    ("upperRoman", 1994, "MCMXCIV"),
    ("lowerLetter", 28, "bb"),
    ("numberInDash", 4, "- 4 -"),
    ("none", 4, ""),
    ("aStyleOfTheFuture", 4, "4"),
]


@pytest.mark.parametrize(("style", "number", "written"), STYLES)
def test_each_style_is_written_as_word_does(style, number, written):
    assert format_number(number, style) == written


@given(st.integers(min_value=-5, max_value=10**9), st.sampled_from([style for style, _, _ in STYLES]))
def test_any_number_in_any_style_is_a_short_string(number, style):
    assert len(format_number(number, style)) < 60
