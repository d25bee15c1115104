from pathlib import Path

import pytest

from lantu.checks.suppressions import SuppressionError, load_suppressions, parse_suppression


def _file(folder: Path, text: str) -> Path:
    path = folder / "lantu-suppressions.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_lists_suppressions_with_their_reasons(tmp_path):
    path = _file(tmp_path, '[[suppress]]\ncode = "LT802"\ndocument = "纲要"\nwords = "优良天数"\nreason = "口径不同"\n')
    (entry,) = load_suppressions(path)
    assert (entry.code, entry.document, entry.words, entry.reason) == ("LT802", "纲要", "优良天数", "口径不同")
    assert entry.origin == "lantu-suppressions.toml 第1条"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[suppress]]\ncode = "LT802"\n', "理由"),
        ('[[suppress]]\ncode = "LT802"\nreason = " "\n', "理由"),
        ('[[suppress]]\nreason = "口径不同"\n', "code"),
        ('[[suppress]]\ncode = "LT802"\nreason = "甲"\npage = "3"\n', "page"),
        ("[[suppress\n", "读不了"),
    ],
    ids=["no reason", "an empty reason", "no code", "an unknown key", "no TOML"],
)
def test_a_suppression_that_is_not_whole_is_refused(tmp_path, text, message):
    with pytest.raises(SuppressionError) as caught:
        load_suppressions(_file(tmp_path, text))
    assert message in caught.value.zh


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SuppressionError, match=r"没有\.toml"):
        load_suppressions(tmp_path / "没有.toml")


def test_the_command_line_takes_a_code_words_and_a_reason_with_either_colon():
    entry = parse_suppression("LT802：优良天数：两处口径不同: 已核实")
    assert (entry.code, entry.words, entry.reason) == ("LT802", "优良天数", "两处口径不同: 已核实")


def test_words_may_be_left_out():
    assert parse_suppression("LT606:纲要体例如此").words == ""


def test_a_reason_may_not_be_left_out():
    with pytest.raises(SuppressionError, match="REASON"):
        parse_suppression("LT606")
