import json
from decimal import Decimal

from lantu.publishing.exact_json import to_json
from lantu.publishing.json_lines import write_json_lines
from lantu.publishing.options import Options, What
from tests.fakes.extractions import TEXT, sample_extraction

#: What a line holds at least, so that the hand annotations can be compared with it.
GOLD_KEYS = [
    "doc",
    "start",
    "end",
    "text",
    "kind",
    "subject",
    "measure",
    "op",
    "value",
    "value_high",
    "unit",
    "period",
    "scope",
    "modality",
]


def lines(options: Options) -> list[dict[str, object]]:
    written = b"".join(write_json_lines([sample_extraction()], options)).decode()
    return [json.loads(line, parse_float=Decimal) for line in written.splitlines()]


def test_a_statement_has_the_keys_of_the_hand_annotations_first() -> None:
    assert list(lines(Options())[0])[: len(GOLD_KEYS)] == GOLD_KEYS


def test_every_span_is_what_the_original_text_says_there() -> None:
    for what in What:
        for record in lines(Options(what=what)):
            assert TEXT[record["start"] : record["end"]] == record.get("text", record.get("name"))


def test_a_number_is_exact_and_its_multiplier_is_applied() -> None:
    written = b"".join(write_json_lines([sample_extraction()], Options())).decode()
    assert '"value": 51270000000, ' in written
    assert '"value": 42.5, ' in written


def test_a_range_has_both_ends() -> None:
    record = lines(Options())[5]
    assert (record["value"], record["value_high"], record["op"]) == (3, 5, "range")


def test_an_open_target_has_its_words_instead_of_a_value() -> None:
    record = lines(Options())[2]
    assert record["value"] is None
    assert (record["open_target"], record["words"], record["reference"]) == (
        "relative",
        "与经济增长基本同步",
        "经济增长",
    )


def test_open_targets_can_be_left_out() -> None:
    kept = lines(Options(numbers_only=True))
    assert len(kept) == 6
    assert all(record["value"] is not None for record in kept)


def test_the_sentence_is_quoted_without_the_breaks_of_the_page() -> None:
    assert lines(Options())[0]["sentence"] == "到2030年，力争全省粮食产量超过512.7亿斤，常住人口城镇化率达到68%左右。"


def test_a_statement_knows_its_headings_and_its_page() -> None:
    record = lines(Options())[4]
    assert record["path"] == ["第一章 发展目标", "第一节 主要目标", "专栏1 主要指标"]
    assert record["page"] == 1
    assert record["cell"]["role"] == "target"
    assert record["cell"]["attribute"] == "约束性"


def test_a_task_names_its_units_and_its_statements() -> None:
    (task,) = lines(Options(what=What.TASKS))
    (note,) = task["responsibilities"]
    assert [(unit["name"], unit["role"]) for unit in note["units"]] == [
        ("省工业厅", "lead"),
        ("青川市政府", "responsible"),
    ]
    assert note["open"] is True
    assert task["statements"] == [record["id"] for record in lines(Options())[5:7]]


def test_a_finding_says_what_and_what_to_do_in_both_languages() -> None:
    (finding,) = lines(Options(what=What.FINDINGS))
    assert finding["code"] == "LT901"
    assert all(finding[key] for key in ("message", "message_en", "remedy", "remedy_en"))


def test_a_lone_surrogate_is_written_as_json_spells_it() -> None:
    assert json.loads(to_json("青\udc80").encode(errors="backslashreplace")) == "青\udc80"


def test_values_that_are_no_numbers_are_json_too() -> None:
    assert to_json({"a": [True, None, Decimal("1.10")], "b": '"'}) == '{"a": [true, null, 1.1], "b": "\\""}'
