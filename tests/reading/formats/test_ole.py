"""Old formats through LibreOffice, and what looks like them."""

import stat
import subprocess
import time
from pathlib import Path

import pytest
from docx import Document

from lantu.errors import UnreadableFileError
from lantu.reading.formats import ole
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source_bytes
from lantu.text.source import MarkKind
from tests.optional import require_any
from tests.reading.formats.marks import cells, levels

INSTALL = "apt-get install libreoffice-writer-nogui"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound(*streams: str) -> bytes:
    """The beginning of a compound file and directory entries with these names."""
    entries = b"".join(stream.encode("utf-16-le").ljust(128, b"\0") for stream in streams)
    return OLE + b"\0" * 504 + entries


def refused(data: bytes, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(data, "plan.doc", limits=limits or Limits())
    return caught.value


@pytest.fixture(scope="module")
def old_file(tmp_path_factory) -> bytes:
    """A .doc as LibreOffice writes it."""
    program = require_any(("soffice", "libreoffice"), INSTALL)
    folder = tmp_path_factory.mktemp("doc")
    made = Document()
    made.add_heading("第一章 总则", 1)
    made.add_paragraph("全省生产总值年均增长6%左右。")
    grid = made.add_table(2, 2)
    for place, words in enumerate(("指标", "2025年", "粮食产量（亿斤）", "400")):
        grid.cell(*divmod(place, 2)).text = words
    made.add_paragraph("表后正文。")
    made.save(str(folder / "plan.docx"))
    profile = (folder / "profile").as_uri()
    command = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(folder),
        str(folder / "plan.docx"),
    ]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return (folder / "plan.doc").read_bytes()


def test_a_doc_is_read_as_its_conversion_to_docx(old_file):
    source, _ = read_source_bytes(old_file, "旧文件.wps")
    assert source.text.startswith("第一章 总则\n全省生产总值年均增长6%左右。\n指标\t2025年\n粮食产量（亿斤）\t400\n")
    assert levels(source, MarkKind.HEADING) == [(1, "第一章 总则")]
    assert len(cells(source)) == 4
    assert (source.media_type, source.reader, source.name) == ("application/msword", "libreoffice", "旧文件.wps")


def test_a_truncated_doc_gives_one_message(old_file):
    assert refused(old_file[:3000]).code in {"conversion-failed", "blank", "damaged-word"}


def test_rich_text_is_read():
    require_any(("soffice", "libreoffice"), INSTALL)
    source, _ = read_source_bytes(rb"{\rtf1\ansi\ansicpg936 {\u20840\u30465 ?? GDP 6%}\par}", "plan.rtf")
    assert "全省" in source.text
    assert source.media_type == "application/rtf"


def test_without_libreoffice_the_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(ole, "find_libreoffice", lambda: None)
    error = refused(compound("Root Entry", "WordDocument"))
    assert error.code == "needs-libreoffice"
    assert INSTALL.removeprefix("apt-get ") in error.zh


def test_a_locked_word_file_says_so():
    assert refused(compound("Root Entry", "EncryptionInfo", "EncryptedPackage")).code == "encrypted-word"


@pytest.mark.parametrize(("stream", "what"), [("Workbook", "xls"), ("PowerPoint Document", "ppt")])
def test_other_old_files_are_called_what_they_are(stream, what):
    error = refused(compound("Root Entry", stream))
    assert (error.code, what in error.zh) == ("not-word", True)


def program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_conversion_that_hangs_is_ended_with_its_children(monkeypatch, tmp_path):
    hanging = program(tmp_path, f"sleep 300 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setattr(ole, "find_libreoffice", lambda: hanging)
    start = time.perf_counter()
    error = refused(compound("WordDocument"), Limits(conversion_seconds=1.0))
    assert (error.code, "no result after 1 s" in error.en) == ("conversion-failed", True)
    assert time.perf_counter() - start < 10
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or ") Z " in state.read_text()


def test_a_conversion_that_fails_gives_the_programs_words(monkeypatch, tmp_path):
    failing = program(tmp_path, "echo source file could not be loaded >&2; exit 1")
    monkeypatch.setattr(ole, "find_libreoffice", lambda: failing)
    assert "source file could not be loaded" in refused(compound("WordDocument")).zh
