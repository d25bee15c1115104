import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lantu import __version__
from lantu.cli.main import main

REPORT = """云岭省2027年政府工作报告
（2027年1月20日）
一、2026年工作回顾
过去一年，全省地区生产总值增长6.1%，粮食产量达到512.7亿斤。
二、2027年工作安排
2027年，地区生产总值增长6%左右，城镇新增就业30万人以上。居民收入增长与经济增长基本同步。
"""


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "云岭报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(*arguments: object, **settings: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lantu", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **settings)  # type: ignore[call-overload, no-any-return]


def test_help_is_chinese_then_english_where_the_place_says_neither(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert text.index("用法：") < text.index("Usage:")


def test_called_with_nothing_it_shows_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "lantu extract" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "extract"])
def test_each_command_has_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "例子" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"lantu {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extrct", "a.txt"], "是不是 extract？"),
        (["extract", "a.txt", "--format", "exel"], "table、jsonl、xlsx、html"),
        (["extract", "a.txt", "--what", "task"], "是不是 tasks？"),
        (["extract", "a.txt", "--fromat", "table"], "是不是 --format？"),
        (["extract", "a.txt", "-o", "x.xslx"], "是不是 .xlsx？"),
        (["extract", "a.txt", "--lang", "fr"], "zh、en"),
        (["extract", "a.txt", "--jobs", "0"], "不小于 1"),
        (["extract"], "没有给出文件"),
        (["extract", "a.txt", "--format", "xlsx"], "-o"),
        (["extract", "a.txt", "-o", "x.html", "--what", "tasks"], "--what"),
        (["extract", "a.txt", "-o", "x.html", "--numbers-only"], "--numbers-only"),
        (["extract", "a.txt", "--set", "kind"], "名称=值"),
        (["extract", "a.txt", "--set", "kind=report"], "work-report"),
        (["read", "a.txt", "--set", "colour=red"], "region"),
        (["extract", "a.txt", "--output"], "--help"),
        (["extract", "a.txt", "-o", "没有/x.jsonl"], "不存在"),
    ],
)  # fmt: skip
def test_a_wrong_call_ends_with_2_and_says_what_would_be_right(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_read_shows_front_matter_and_tree(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report)]) == 0
    text = capsys.readouterr().out
    assert "文种          政府工作报告  ←" in text
    assert "一、2026年工作回顾" in text


def test_read_prints_json_a_line_a_document(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--format", "json", str(report), str(report.parent)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["front"]["kind"]["value"] == "work-report"


def test_read_prints_the_cleaned_text(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--text", str(report)]) == 0
    assert capsys.readouterr().out == REPORT


def test_what_a_person_settles_is_not_concluded(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--set", "region=青川市", "--set", "date=2027-02"]) == 0
    text = capsys.readouterr().out
    assert "青川市  ← 人工设定" in text
    assert "2027-02  ← 人工设定" in text


def test_in_a_pipe_extract_prints_json_lines(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(report), "--quiet"]) == 0
    captured = capsys.readouterr()
    records = [json.loads(line) for line in captured.out.splitlines()]
    assert {record["doc"] for record in records} == {"云岭报告"}
    assert [REPORT[record["start"] : record["end"]] for record in records] == [record["text"] for record in records]
    assert captured.err == ""


def test_extract_sums_up_on_standard_error(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(report)]) == 0
    assert capsys.readouterr().err.startswith("读了 1 份文件：")


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.jsonl", b"{"), ("a.xlsx", b"PK"), ("a.html", b"<!doctype html>"), ("a.txt", "云岭报告".encode())],
    ids=["jsonl", "xlsx", "html", "txt"],
)
def test_the_format_is_guessed_from_the_file_to_write(report: Path, name: str, start: bytes) -> None:
    output = report.parent / name
    assert main(["extract", str(report), "-o", str(output), "--quiet"]) == 0
    assert output.read_bytes().startswith(start)


def test_a_file_can_go_to_standard_output(report: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", str(report), "--format", "xlsx", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"PK")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_files_that_cannot_be_read_are_named_and_the_others_are_read(
    report: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = report.parent / "空.txt"
    empty.write_bytes(b"")
    assert main(["extract", str(empty), "没有.txt", str(report), "--jobs", jobs]) == 2
    captured = capsys.readouterr()
    assert "空.txt" in captured.err
    assert "没有.txt" in captured.err
    assert "2 份没有读成" in captured.err
    assert "云岭报告" in captured.out


def test_where_nothing_could_be_read_an_older_output_stays(report: Path) -> None:
    output = report.parent / "a.jsonl"
    output.write_bytes(b"old")
    assert main(["extract", "没有.txt", "-o", str(output)]) == 2
    assert output.read_bytes() == b"old"


def test_a_document_is_never_overwritten(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(report), "-o", str(report), "--format", "table"]) == 2
    assert report.read_text(encoding="utf-8") == REPORT
    assert "不能同时作为输出" in capsys.readouterr().err


def test_several_processes_give_the_same_as_one(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(5):
        (report.parent / f"{number}.txt").write_text(REPORT, encoding="utf-8")
    outputs = []
    for jobs in ("1", "3"):
        assert main(["extract", str(report.parent), "--jobs", jobs, "--quiet"]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != ""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_slow_reader_of_the_pipe_gets_everything(report: Path, unbuffered: str) -> None:
    report.write_text(REPORT * 200, encoding="utf-8")
    command = [sys.executable, "-m", "lantu", "extract", str(report), "--quiet"]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        time.sleep(1)
        lines = process.stdout.read().decode().splitlines()
    assert process.returncode == 0
    assert len([json.loads(line) for line in lines]) > 800


def test_a_reader_of_the_pipe_that_goes_away_is_no_error(report: Path) -> None:
    report.write_text(REPORT * 400, encoding="utf-8")
    command = [sys.executable, "-m", "lantu", "extract", str(report)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        error = process.stderr.read()
    assert process.returncode == 141
    assert b"Traceback" not in error


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_130_and_leaves_nothing_behind(report: Path, jobs: str) -> None:
    for number in range(3):
        (report.parent / f"{number}.txt").write_text(REPORT * 40_000, encoding="utf-8")
    output = report.parent / "a.jsonl"
    command = [sys.executable, "-m", "lantu", "extract", str(report.parent), "-o", str(output), "--jobs", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        error = process.stderr.read().decode()
    assert process.returncode == 130
    assert "Traceback" not in error
    assert [path.name for path in report.parent.iterdir() if "jsonl" in path.name] == []


def test_help_loads_neither_readers_nor_writers() -> None:
    program = (
        "import sys; from lantu.cli.main import main; main(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    loaded = set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stderr.split()
    )
    assert not {
        name
        for name in loaded
        if name.startswith(("lantu.reading", "lantu.extraction", "lantu.publishing", "xlsxwriter", "lxml"))
    }
    assert "argparse" not in loaded


def test_extracting_text_loads_no_library_of_other_formats(report: Path) -> None:
    program = f"import sys; from lantu.cli.main import main; main(['extract', {str(report)!r}]); print(*sys.modules, file=sys.stderr)"
    loaded = set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stderr.split()
    )
    heavy = {"docx", "lxml", "pdfplumber", "pypdfium2", "selectolax", "xlsxwriter", "multiprocessing", "rich"}
    assert loaded & heavy == set()
