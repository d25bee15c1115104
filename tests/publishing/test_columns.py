from lantu.publishing.columns import clip, display_width, pad, set_columns, visible


def test_a_chinese_character_takes_two_columns() -> None:
    assert display_width("粮食5%") == 6


def test_a_combining_mark_takes_no_column() -> None:
    assert display_width("e\u0301粮") == 3


def test_a_text_that_is_too_wide_ends_in_an_ellipsis_within_the_width() -> None:
    assert clip("一般公共预算收入", 8) == "一般公…"
    assert display_width(clip("一般公共预算收入", 8)) <= 8


def test_a_text_that_fits_is_left_alone() -> None:
    assert clip("预算", 4) == "预算"


def test_numbers_are_filled_up_on_the_left() -> None:
    assert pad("5%", 6, right=True) == "    5%"


def test_columns_line_up_whatever_the_script() -> None:
    lines = set_columns(
        [("指标", "数值", "句"), ("GDP", "5%", "甲"), ("粮食产量", "500", "乙")], numbers=frozenset({1})
    )
    assert lines == ["指标      数值  句", "GDP         5%  甲", "粮食产量   500  乙"]


def test_lines_are_cut_to_the_terminal() -> None:
    lines = set_columns([("a", "b"), ("x", "很长的一句话" * 20)], limit=30)
    assert all(display_width(line) <= 30 for line in lines)


def test_a_document_cannot_steer_the_terminal() -> None:
    assert visible("\x1b[2J粮食\x07\u202e产量\x9b") == " [2J粮食 产量 "
