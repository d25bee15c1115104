"""``lantu check`` as people and scripts call it."""

import json
from pathlib import Path

import pytest

from lantu.cli.main import main
from tests.checks.examples import PLAN, REPORT


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "云岭纲要.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_findings_are_printed_and_an_error_gives_exit_code_3(plan, capsys):
    assert main(["check", str(plan)]) == 3
    assert "LT802 错误 正文与表中数值不同" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning"], 3),
        (["--ignore", "LT802"], 0),
        (["--select", "LT2"], 0),
        (["--select", "lt8，LT2"], 3),
        (["--suppress", "LT802:优良天数:两处口径不同，已核实"], 0),
        (["--suppress", "LT803:口径不同", "--select", "LT803", "--fail-on", "warning"], 3),
    ],
)
def test_the_exit_code_says_what_was_asked(plan, arguments, code):
    assert main(["check", str(plan), *arguments]) == code


def test_the_format_follows_from_the_name_of_the_output(plan, tmp_path):
    for suffix, start in ((".json", "{"), (".sarif", "{"), (".html", "<!doctype html>"), (".txt", "云岭纲要")):
        output = tmp_path / f"问题{suffix}"
        assert main(["check", str(plan), "-o", str(output), "--quiet"]) == 3
        assert output.read_text(encoding="utf-8").startswith(start)


def test_json_goes_to_a_pipe(plan, capsys):
    main(["check", str(plan), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"].startswith("LT")


def test_documents_are_checked_against_each_other(plan, tmp_path, capsys):
    report = tmp_path / "云岭报告.txt"
    report.write_text(REPORT.replace("83.6%", "80.1%"), encoding="utf-8")
    main(["check", str(plan), str(report), "--select", "LT504"])
    assert "80.1%" in capsys.readouterr().out


def test_figures_beside_the_documents_are_read(plan, tmp_path):
    figures = tmp_path / "实际值.csv"
    figures.write_text("region,indicator,year,value,unit\n云岭省,森林覆盖率,2027,42,%\n", encoding="utf-8")
    assert main(["check", str(plan), str(figures), "--select", "LT2"]) == 0


def test_the_list_of_suppressions_in_the_working_folder_is_used(plan, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    listed = '[[suppress]]\ncode = "LT802"\nreason = "两处口径不同"\n'
    (tmp_path / "lantu-suppressions.toml").write_text(listed, encoding="utf-8")
    assert main(["check", str(plan)]) == 0
    assert "已忽略 1 个" in capsys.readouterr().out


def test_parameters_of_the_user_are_used(plan, tmp_path):
    parameters = tmp_path / "参数.toml"
    parameters.write_text('[LT702]\nratio = "1.001"\n', encoding="utf-8")
    arguments = ["check", str(plan), "--select", "LT702", "--fail-on", "warning"]
    assert main(arguments) == 0
    assert main([*arguments, "--parameters", str(parameters)]) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--select", "LT8O2"], "LT802"),
        (["--fail-on", "all"], "never"),
        (["--format", "xml"], "sarif"),
        (["--suppress", "LT802"], "理由"),
        (["--suppressions", "没有.toml"], "没有.toml"),
        (["--parameters", "没有.toml"], "没有.toml"),
        (["-o", "问题.docx"], ".docx"),
    ],
)
def test_a_wrong_call_is_named_and_gives_exit_code_2(plan, capsys, arguments, words):
    assert main(["check", str(plan), *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_file_that_cannot_be_read_does_not_stop_the_others(plan, tmp_path, capsys):
    assert main(["check", str(plan), str(tmp_path / "没有.txt")]) == 2
    printed = capsys.readouterr()
    assert "LT802" in printed.out
    assert "没有.txt" in printed.err


def test_no_files_are_a_wrong_call(capsys):
    assert main(["check"]) == 2
    assert "lantu check" in capsys.readouterr().err
