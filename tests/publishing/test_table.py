from dataclasses import replace

from lantu.publishing.columns import display_width
from lantu.publishing.options import Language, Options, What
from lantu.publishing.table import write_table
from tests.fakes.extractions import sample_extraction


def table(options: Options) -> str:
    return b"".join(write_table([sample_extraction()], options)).decode()


def test_statements_stand_in_columns_under_the_document() -> None:
    lines = table(Options(width=70)).splitlines()
    assert lines[:4] == [
        "云岭纲要 · 云岭省第十五个五年规划纲要 · 量化表述 7",
        "类别  指标                            数值  时期       范围    原句",
        "目标  粮食产量                 > 512.7亿斤  2030               到2030…",
        "目标  常住人口城镇化率              约 68%  2030               到2030…",
    ]
    assert all(display_width(line) <= 70 for line in lines)


def test_heads_are_english_where_asked_for() -> None:
    head = table(Options(language=Language.EN)).splitlines()[1]
    assert head.split() == ["kind", "subject", "quantity", "period", "scope", "sentence"]


def test_a_change_is_told_from_a_level() -> None:
    assert "增长 8%" in table(Options())


def test_a_cell_gets_the_unit_of_its_row() -> None:
    assert "42.50 %" in table(Options())


def test_units_are_named_with_their_role() -> None:
    assert "省工业厅（牵头）、青川市政府 等" in table(Options(what=What.TASKS))


def test_a_project_shows_stage_and_places() -> None:
    assert "云岭至青川高速铁路  铁路  续建  云岭省、青川市" in table(Options(what=What.PROJECTS))


def test_findings_are_listed_with_their_remedy() -> None:
    assert table(Options(what=What.FINDINGS)).splitlines()[2].startswith("LT901  警告")


def test_an_empty_list_says_so() -> None:
    empty = replace(sample_extraction(), statements=())
    assert b"".join(write_table([empty], Options())).decode().splitlines()[1] == "没有读出内容"


def test_documents_are_parted_by_an_empty_line() -> None:
    both = b"".join(write_table([sample_extraction(), sample_extraction()], Options())).decode()
    assert both.count("\n\n云岭纲要") == 1
