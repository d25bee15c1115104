from io import StringIO

from lantu.app.runner import Step
from lantu.cli.progress import Bar
from lantu.cli.voice import Voice
from lantu.publishing.columns import display_width


def test_the_bar_says_what_is_read_and_how_many_are_left() -> None:
    line = Bar(Voice("zh"), StringIO()).line(Step("规划纲要.txt", 3, 12))
    assert line == "█████░░░░░░░░░░░░░░░ 3/12  还有 9 份  规划纲要.txt"


def test_the_bar_never_runs_over_the_line() -> None:
    stream = StringIO()
    Bar(Voice("en"), stream, columns=40)(Step("很长的文件名" * 9, 0, 2))
    assert display_width(stream.getvalue().split("\x1b[K")[1]) < 40


def test_the_bar_is_gone_after_the_last_file() -> None:
    stream = StringIO()
    Bar(Voice(), stream)(Step("", 2, 2))
    assert stream.getvalue() == "\r\x1b[K"


def test_a_file_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in Bar(Voice(), StringIO()).line(Step("a\x1b[2Jb.txt", 0, 1))
