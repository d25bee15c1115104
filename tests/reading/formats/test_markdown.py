"""Markdown's marks lie over the text as it is stored."""

import time

from lantu.reading.formats.registry import read_source_bytes
from lantu.text.source import MarkKind
from tests.reading.formats.marks import cells, levels, marked


def read(text: str):
    source, _ = read_source_bytes(text.encode(), "plan.md")
    assert source.text == text
    return source


def test_headings_have_their_level_and_their_signs_are_furniture():
    source = read("# 东川省规划纲要\r\n\r\n正文。\r\n\r\n### 主要目标 ###\r\n")
    assert source.media_type == "text/markdown"
    assert levels(source, MarkKind.HEADING) == [(1, "东川省规划纲要"), (3, "主要目标")]
    assert marked(source, MarkKind.FURNITURE) == ["# ", "### ", " ###"]


def test_a_pipe_table_has_cells_and_its_delimiter_row_is_furniture():
    source = read(
        "表1\n\n| 指标 | 2020年 | 2025年 |\n| :-- | --: | --- |\n| 城镇化率（%） | 66 | 72 |\n| 粮食产量 |  | 400 |\n\n正文。\n"
    )
    assert cells(source) == [
        ("指标", 0, 0, 1, 1), ("2020年", 0, 1, 1, 1), ("2025年", 0, 2, 1, 1),
        ("城镇化率（%）", 1, 0, 1, 1), ("66", 1, 1, 1, 1), ("72", 1, 2, 1, 1),
        ("粮食产量", 2, 0, 1, 1), ("", 2, 1, 1, 1), ("400", 2, 2, 1, 1),
    ]  # fmt: skip
    assert marked(source, MarkKind.TABLE)[0].endswith("| 400 |")
    assert marked(source, MarkKind.FURNITURE) == ["| :-- | --: | --- |"]


def test_a_table_without_outer_pipes_is_read_too():
    assert [text for text, *_ in cells(read("指标 | 2025\n--- | ---\n产值 | 12\n"))] == ["指标", "2025", "产值", "12"]


def test_code_blocks_and_plain_text_have_no_marks():
    assert read("正文。\n```\n# 不是标题\n```\n").marks == ()
    source = read("一、总体要求\n#标签\n增长6%|左右。\n")
    assert (source.marks, source.media_type) == ((), "text/plain")


def test_adversarial_lines_take_linear_time():
    start = time.perf_counter()
    read("# a" + " #" * 200_000 + "x")
    read("|" * 200_000 + "\n" + "|---" * 100_000 + "\n")
    read(" \t" * 200_000 + "|\n|---|---|x\n")
    assert time.perf_counter() - start < 8
