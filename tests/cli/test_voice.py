import pytest

from lantu.cli.voice import choose_voice


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, ""),
        ([], {"LANG": "C.UTF-8"}, ""),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        (["extract", "--lang", "en"], {"LANG": "zh_CN"}, "en"),
        (["extract", "--lang=zh"], {"LANG": "en_US"}, "zh"),
        (["extract", "--lang", "fr"], {"LANG": "en_US"}, ""),
        (["extract", "--lang"], {}, ""),
    ],
)
def test_the_language_is_the_one_asked_for_then_that_of_the_place(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert choose_voice(arguments, environment).language == language


def test_chinese_comes_first_where_nothing_was_said() -> None:
    assert choose_voice([], {}).say("完成", "done", between=" ") == "完成 done"
    assert choose_voice([], {}).published == "zh"
