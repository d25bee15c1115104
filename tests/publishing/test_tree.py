from lantu.publishing.document_record import document_record
from lantu.publishing.options import Language, Options
from lantu.publishing.tree import write_tree
from tests.fakes.extractions import TEXT, sample_document


def test_front_matter_comes_first_each_with_its_reason() -> None:
    lines = "".join(write_tree(sample_document(), Options())).splitlines()
    assert lines[0] == "云岭纲要.txt"
    assert lines[2] == "  文种          规划纲要  ← 标题含“规划纲要”"
    assert lines[3] == "  发文机关      （未能判断）"


def test_blocks_are_indented_under_their_headings() -> None:
    text = "".join(write_tree(sample_document(), Options()))
    assert "\n[题] 第一章 发展目标\n  [题] 第一节 主要目标\n    [段] 到2030年" in text


def test_a_table_is_one_line_with_its_size() -> None:
    assert "".join(write_tree(sample_document(), Options())).count("      [表] 专栏1 主要指标 2×4\n") == 1


def test_labels_are_english_where_asked_for() -> None:
    text = "".join(write_tree(sample_document(), Options(language=Language.EN)))
    assert "  kind        five-year outline  ← the title says 规划纲要" in text
    assert "[heading] 第一章 发展目标" in text


def test_a_record_gives_each_block_its_place_in_the_original() -> None:
    record = document_record(sample_document())
    heading = record["blocks"][3]
    assert TEXT[heading["start"] : heading["end"]] == "第一节 主要目标"
    assert (heading["parent"], heading["label"], heading["title"]) == (2, "第一节", "主要目标")
    assert record["tables"][0]["rows"][1] == ["森林覆盖率（%）", "41", "42.50", "约束性"]
    assert record["front"]["kind"]["value"] == "outline"
