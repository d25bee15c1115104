"""``lantu ledger`` as a planning officer would call it."""

import json
from pathlib import Path

import pytest

from lantu.cli.main import main
from lantu.ledger.store import load_ledger_file

_OUTLINE = """澜岳省国民经济和社会发展第十五个五年规划纲要

第一章 主要目标

专栏1 主要指标
指标	属性	2025年	2030年	年均增长[累计]
地区生产总值增长（%）	预期性			5.5左右
高新技术企业（家）	预期性	9600	16000
森林覆盖率（%）	约束性	38.6	39.5
"""
_REPORT = """澜岳省人民政府工作报告

——2027年1月20日在澜岳省第十届人民代表大会第五次会议上

一、2026年工作回顾

地区生产总值增长5.1%，高新技术企业达到11200家。

二、2027年重点工作

今年的主要预期目标是：地区生产总值增长5.3%左右，新增高新技术企业900家。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "纲要.txt").write_text(_OUTLINE, encoding="utf-8")
    (tmp_path / "报告.txt").write_text(_REPORT, encoding="utf-8")
    return tmp_path


def test_the_scoreboard_says_where_each_indicator_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", str(folder), "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "3 项指标" in lines[0]
    assert "截至 2026-12-31" in lines[0]
    assert any(line.startswith("▾ 滞后") and "地区生产总值" in line and "5.1%" in line for line in lines)
    assert any(line.startswith("▸ 达到序时") and "高新技术企业" in line for line in lines)
    assert any(line.startswith("○ 无法评估") and "森林覆盖率" in line for line in lines)


def test_a_ledger_file_is_added_to_and_only_what_is_new_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = folder / "台账.json"
    assert main(["ledger", str(folder / "纲要.txt"), "-o", str(ledger), "--lang", "zh"]) == 0
    assert "读了 1 份文件，沿用 0 份" in capsys.readouterr().err
    assert main(["ledger", str(folder / "纲要.txt"), str(folder / "报告.txt"), "-o", str(ledger), "--lang", "zh"]) == 0
    assert "读了 1 份文件，沿用 1 份" in capsys.readouterr().err
    assert len(load_ledger_file(ledger).readings) == 2


def test_a_judgement_uses_nothing_reported_for_a_later_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", str(folder), "--as-of", "2025-12-31", "--lang", "zh", "--quiet"]) == 0
    out = capsys.readouterr().out
    assert "5.1%" not in out
    assert "截至 2025-12-31" in out


def test_each_years_promises_stand_beside_its_results(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = folder / "实际值.csv"
    figures.write_text("指标,年份,数值,单位,口径\n地区生产总值,2027,5.4,%,同比增长\n", encoding="utf-8")
    assert main(["ledger", str(folder), str(figures), "--annual", "--lang", "zh", "--quiet"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "地区生产总值" in line)
    assert line.startswith("2027")
    assert line.endswith("✓ 兑现")


def test_the_workbook_and_the_data_are_written_whole(folder: Path) -> None:
    workbook, data = folder / "台账.xlsx", folder / "数据.json"
    assert main(["ledger", str(folder / "纲要.txt"), "-o", str(workbook), "--quiet"]) == 0
    assert workbook.read_bytes().startswith(b"PK")
    assert main(["ledger", str(folder / "纲要.txt"), "--format", "json", "-o", str(data), "--quiet"]) == 0
    assert json.loads(data.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--as-of", "去年"], "--as-of 应写成 2024-12-31 的样子，不能是“去年”"),
        (["-o", "台账.doc"], ".json"),
        (["--format", "json"], "--format 需要用 -o 写明文件名"),
        (["--format", "xlsx", "-o", "台账.json"], "--format xlsx 的文件名应以 .xlsx 结尾"),
    ],
    ids=["date", "suffix", "no file", "format and suffix"],
)
def test_a_wrong_call_says_what_is_wrong(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["ledger", str(folder / "纲要.txt"), *arguments, "--lang", "zh"]) == 2
    assert message in capsys.readouterr().err


def test_a_damaged_ledger_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = folder / "台账.json"
    ledger.write_text("{", encoding="utf-8")
    assert main(["ledger", str(folder / "纲要.txt"), "-o", str(ledger), "--lang", "zh"]) == 2
    assert "台账.json：不是台账文件，或已损坏" in capsys.readouterr().err
    assert ledger.read_text(encoding="utf-8") == "{"
