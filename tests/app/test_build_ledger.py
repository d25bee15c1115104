from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.app.build_ledger import build_ledger
from lantu.app.runner import Step
from lantu.ledger.store import LedgerFile, load_ledger_file, save_ledger_file
from lantu.model.ledger import Decision, DecisionAction
from tests.ledger.provinces import OUTLINE, REPORT, codes, decide, statement, targets

NEXT_REPORT = REPORT.replace("2027", "2028").replace("2026年工作", "2027年工作").replace("5.1%", "5.4%")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "纲要.txt").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "2027年报告.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


class Listener:
    """Keeps the names of the files that were read."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, step: Step) -> None:
        if step.name:
            self.names.append(step.name)


def decided(contents: LedgerFile, words: str, **values: str) -> tuple[Decision, LedgerFile]:
    """A correction of the outline's statement, and the file that holds it."""
    reading = next(reading for reading in contents.readings if reading.document.kind == "outline")
    decision = decide(statement(reading, words).anchor, DecisionAction.CORRECT, **values)
    return decision, replace(contents, decisions=(*contents.decisions, decision))


def test_a_folder_becomes_a_ledger(folder):
    built = build_ledger(files(folder), LedgerFile())
    assert (built.read, built.kept, built.failures, built.findings) == (2, 0, (), ())
    assert len(targets(built.contents.ledger, "森林覆盖率")[0].sources) == 3


def test_adding_a_report_reads_only_that(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    added = folder / "2028年报告.txt"
    added.write_text(NEXT_REPORT, encoding="utf-8")
    listener = Listener()
    built = build_ledger(files(folder), known, listener=listener)
    assert listener.names == ["2028年报告.txt"]
    assert (built.read, built.kept) == (1, 2)
    assert built.contents.ledger == build_ledger(files(folder), LedgerFile()).contents.ledger


def test_the_new_report_alone_is_enough(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    added = folder / "2028年报告.txt"
    added.write_text(NEXT_REPORT, encoding="utf-8")
    built = build_ledger([added], known)
    assert (built.read, built.kept) == (1, 0)
    assert built.contents == build_ledger(files(folder), LedgerFile()).contents


def test_nothing_new_reads_nothing(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    listener = Listener()
    built = build_ledger(files(folder), known, listener=listener)
    assert (listener.names, built.read, built.kept) == ([], 0, 2)
    assert built.contents == known


def test_the_way_through_a_file_changes_nothing(folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("saved") / "台账.json"
    first = build_ledger(files(folder), LedgerFile()).contents
    save_ledger_file(path, first)
    assert build_ledger(files(folder), load_ledger_file(path)).contents == first


def test_documents_of_an_earlier_reader_are_read_again(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    old = replace(known, readings=tuple(replace(reading, version="0") for reading in known.readings))
    built = build_ledger(files(folder), old)
    assert (built.read, built.contents) == (2, known)


def test_documents_of_an_earlier_reader_that_are_not_at_hand_are_kept_and_named(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    old = replace(known, readings=tuple(replace(reading, version="0") for reading in known.readings))
    built = build_ledger([folder / "纲要.txt"], old)
    assert len(built.contents.ledger.documents) == 2
    assert codes(built.contents.ledger) == ["LT405"]


def test_a_file_that_is_given_twice_is_read_once(folder):
    path = folder / "纲要.txt"
    copy = folder / "副本.txt"
    copy.write_bytes(path.read_bytes())
    built = build_ledger([path, path, copy], LedgerFile())
    assert (built.read, len(built.contents.ledger.documents)) == (1, 1)


def test_a_decision_survives_reading_the_documents_again(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    decision, with_decision = decided(known, "24个", value="26")
    built = build_ledger(files(folder), with_decision, settled={"region": "澜岳省"})
    assert built.read == 2
    assert built.contents.decisions == (decision,)
    assert any(target.quantity.value == Decimal(26) for target in built.contents.ledger.targets)


def test_a_decision_moves_to_the_corrected_text_of_the_same_plan(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    decision, with_decision = decided(known, "24个", value="26")
    path = folder / "纲要.txt"
    path.write_text(OUTLINE.replace("第一章 发展目标\n", "第一章 发展目标\n本章是新增的一段说明。\n"), encoding="utf-8")
    built = build_ledger(files(folder), with_decision)
    ledger = built.contents.ledger
    assert (built.read, built.kept, len(ledger.documents), codes(ledger)) == (1, 1, 2, [])
    assert built.contents.decisions[0].anchor != decision.anchor
    assert [plan.version for plan in ledger.plans if plan.kind == "outline" and plan.documents] == [2]
    assert any(target.quantity.value == Decimal(26) and target.confirmed for target in ledger.targets)


def test_a_decision_without_a_place_in_the_corrected_text_is_named(folder):
    known = build_ledger(files(folder), LedgerFile()).contents
    decision, with_decision = decided(known, "24个", value="26")
    (folder / "纲要.txt").write_text(OUTLINE.replace("24个", "25个"), encoding="utf-8")
    built = build_ledger(files(folder), with_decision)
    assert codes(built.contents.ledger) == ["LT404"]
    assert built.contents.decisions == (decision,)


def test_a_bad_file_does_not_stop_the_rest(folder):
    (folder / "空.txt").write_bytes(b"")
    built = build_ledger([*files(folder), folder / "没有.txt"], LedgerFile())
    assert (built.read, sorted(failure.code for failure in built.failures)) == (2, ["empty", "missing"])
    assert len(built.contents.ledger.documents) == 2


HEAD = "指标,年份,数值,单位\n"


def test_figures_of_a_table_stand_beside_the_documents(folder):
    (folder / "实际值.csv").write_text(HEAD + "粮食产量,2026,1862,万吨\n粮食产量,,1,万吨\n", encoding="utf-8")
    built = build_ledger(files(folder), LedgerFile())
    assert [finding.code for finding in built.findings] == ["LT412"]
    figure = next(each for each in built.contents.ledger.observations if len(each.sources) == 2)
    assert [source.text for source in figure.sources] == ["372.4亿斤", "1862"]
    assert [document.kind for document in built.contents.ledger.documents].count("observations") == 1


def test_a_table_is_kept_when_the_next_run_does_not_name_it(folder):
    table = folder / "实际值.csv"
    table.write_text(HEAD + "粮食产量,2026,1862,万吨\n", encoding="utf-8")
    known = build_ledger(files(folder), LedgerFile()).contents
    assert build_ledger([], known).contents == known


def test_a_corrected_table_takes_the_place_of_the_one_before(folder):
    table = folder / "实际值.csv"
    table.write_text(HEAD + "粮食产量,2026,1800,万吨\n", encoding="utf-8")
    known = build_ledger(files(folder), LedgerFile()).contents
    table.write_text(HEAD + "粮食产量,2026,1862,万吨\n", encoding="utf-8")
    built = build_ledger([table], known)
    assert [each.figures[0].value for each in built.contents.tables] == ["1862"]


def test_a_table_that_cannot_be_read_any_more_is_kept_and_reported(folder):
    table = folder / "实际值.csv"
    table.write_text(HEAD + "粮食产量,2026,1862,万吨\n", encoding="utf-8")
    known = build_ledger(files(folder), LedgerFile()).contents
    table.write_bytes(b"")
    built = build_ledger([table], known)
    assert [failure.code for failure in built.failures] == ["empty"]
    assert built.contents == known


def test_two_tables_of_one_name_are_two_tables(folder):
    for year in (2025, 2026):
        (folder / str(year)).mkdir()
        (folder / str(year) / "实际值.csv").write_text(HEAD + f"粮食产量,{year},1850,万吨\n", encoding="utf-8")
    built = build_ledger([folder / "2025" / "实际值.csv", folder / "2026" / "实际值.csv"], LedgerFile())
    assert len(built.contents.tables) == 2


def test_several_processes_make_the_same_ledger(folder):
    assert build_ledger(files(folder), LedgerFile(), jobs=2) == build_ledger(files(folder), LedgerFile())
