import os
import stat
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.ledger.observations import read_observations
from lantu.ledger.store import FORMAT, LedgerFile, LedgerFileError, load_ledger_file, save_ledger_file
from tests.ledger.provinces import decide, everything, ledger, outline, statement


def contents(tmp_path: Path) -> LedgerFile:
    path = tmp_path / "实际值.csv"
    path.write_text("指标,年份,数值,单位\n粮食产量,2026,0.10,亿斤\n飞毯保有量,2026,2,万张\n", encoding="utf-8")
    tables = (read_observations(path)[0],)
    decisions = (decide(statement(outline(), "24个").anchor, "correct", "笔误", value="26.50"),)
    made = ledger(*everything(), decisions=decisions, tables=tables)
    return LedgerFile(readings=everything(), tables=tables, decisions=decisions, ledger=made)


def test_what_is_saved_is_what_is_loaded(tmp_path):
    saved = contents(tmp_path)
    save_ledger_file(tmp_path / "台账.json", saved)
    assert load_ledger_file(tmp_path / "台账.json") == saved


def test_no_digit_is_lost_and_none_added(tmp_path):
    saved = contents(tmp_path)
    save_ledger_file(tmp_path / "台账.json", saved)
    loaded = load_ledger_file(tmp_path / "台账.json")
    digits = [str(each.quantity.value) for each in (*loaded.ledger.targets, *loaded.ledger.observations)]
    assert digits == [str(each.quantity.value) for each in (*saved.ledger.targets, *saved.ledger.observations)]
    assert "26.50" in digits
    assert all(isinstance(each.quantity.value, Decimal) for each in loaded.ledger.observations)


def test_the_same_ledger_gives_the_same_bytes(tmp_path):
    for name in ("a.json", "b.json"):
        save_ledger_file(tmp_path / name, contents(tmp_path))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_where_there_is_no_file_yet_the_ledger_is_empty(tmp_path):
    assert load_ledger_file(tmp_path / "台账.json") == LedgerFile()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "不是台账文件，或已损坏"),
        (b"not json", "不是台账文件，或已损坏"),
        (b"\xff\xfe\x00", "不是台账文件，或已损坏"),
        (b"[]", "不是台账文件，或已损坏"),
        (b'{"name": "another program"}', "不是台账文件，或已损坏"),
        (b'{"format": 1, "readings": [{"version": 3}]}', "内容已损坏"),
        (b'{"format": 1, "ledger": {"targets": 7}}', "内容已损坏"),
        (f'{{"format": {FORMAT + 1}}}'.encode(), f"格式版本为{FORMAT + 1}，本程序只读{FORMAT}"),
    ],
    ids=[
        "empty",
        "no JSON",
        "no UTF-8",
        "a list",
        "another program's",
        "a damaged reading",
        "a damaged ledger",
        "newer",
    ],
)
def test_a_file_that_is_no_ledger_is_refused(tmp_path, content, words):
    path = tmp_path / "台账.json"
    path.write_bytes(content)
    with pytest.raises(LedgerFileError) as caught:
        load_ledger_file(path)
    assert caught.value.zh.startswith("台账.json：")
    assert words in caught.value.zh


def test_a_ledger_that_is_cut_short_is_refused(tmp_path):
    path = tmp_path / "台账.json"
    save_ledger_file(path, contents(tmp_path))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(LedgerFileError):
        load_ledger_file(path)


def test_a_folder_is_no_ledger(tmp_path):
    with pytest.raises(LedgerFileError) as caught:
        load_ledger_file(tmp_path)
    assert "无法打开" in caught.value.zh


def test_a_fault_while_saving_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "台账.json"
    save_ledger_file(path, LedgerFile())
    before = path.read_bytes()
    full = OSError(28, "No space left on device")

    def no_space(descriptor: int) -> None:
        raise full

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        save_ledger_file(path, LedgerFile(readings=everything()))
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["台账.json"]


def test_a_ledger_is_as_open_as_it_was(tmp_path):
    path = tmp_path / "台账.json"
    save_ledger_file(path, LedgerFile())
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    path.chmod(0o640)
    save_ledger_file(path, LedgerFile())
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
