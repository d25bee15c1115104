"""Files of older word processors (.doc, .wps, .rtf), read through LibreOffice; and locked Word files, which look alike."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.reader import Reading
from lantu.reading.formats.word import WordReader

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_PROGRAMS = ("soffice", "libreoffice")


class OldWordReader:
    """What LibreOffice makes of files in older formats."""

    name = "libreoffice"
    media_types = ("application/msword", "application/vnd.ms-works", "application/rtf")

    def recognises(self, data: bytes) -> bool:
        """Whether it is a compound file, as Word wrote until 2003, or rich text."""
        return data.startswith((_OLE, _RTF))

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The text of the file, converted to a Word document first.

        Raises:
            UnreadableFileError: It is locked, no text document, or LibreOffice is missing or fails.
        """
        what = _kind(data, name)
        program = find_libreoffice()
        if program is None:
            raise unreadable(name, "needs-libreoffice", what=what)
        source, findings = WordReader().read(_converted(data, what, name, program, limits), name, limits)
        media_type = "application/rtf" if what == "rtf" else "application/msword"
        return replace(source, media_type=media_type, reader=self.name), findings


def find_libreoffice() -> str | None:
    """Where LibreOffice's program is, or None."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _kind(data: bytes, name: str) -> str:
    """``doc`` or ``rtf``; the streams of a compound file are told by their names, which its directory holds in UTF-16."""
    if data.startswith(_RTF):
        return "rtf"
    if _holds_stream(data, "EncryptedPackage"):
        raise unreadable(name, "encrypted-word")
    for stream, what, what_en in (
        ("Workbook", "Excel 工作簿（xls）", "an Excel workbook (xls)"),
        ("Book", "Excel 工作簿（xls）", "an Excel workbook (xls)"),
        ("PowerPoint Document", "PowerPoint 演示文稿（ppt）", "a PowerPoint presentation (ppt)"),
    ):
        if _holds_stream(data, stream) and not _holds_stream(data, "WordDocument"):
            raise unreadable(name, "not-word", what=what, what_en=what_en)
    return "doc"


def _holds_stream(data: bytes, stream: str) -> bool:
    """Whether an entry of the directory has this name; entries stand at multiples of 128 bytes."""
    wanted = stream.encode("utf-16-le") + b"\0\0"
    place = data.find(wanted)
    while place >= 0:
        if place % 128 == 0:
            return True
        place = data.find(wanted, place + 1)
    return False


def _converted(data: bytes, suffix: str, name: str, program: str, limits: Limits) -> bytes:
    """The file as .docx. LibreOffice gets a folder and a profile of its own, so that runs do not disturb each other."""
    with tempfile.TemporaryDirectory(prefix="lantu-") as folder:
        original = Path(folder, f"document.{suffix}")
        original.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir"),
            folder,
            str(original),
        ]
        reason = _run(command, limits.conversion_seconds)
        converted = original.with_suffix(".docx")
        if not converted.exists():
            raise unreadable(name, "conversion-failed", reason=reason or "no output")
        return converted.read_bytes()


def _run(command: list[str], seconds: float) -> str:
    """What went wrong with a program, in its words; the program and its children are ended after some time."""
    with subprocess.Popen(  # noqa: S603  # the program comes from the path and the arguments from here
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            _, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return f"no result after {seconds:g} s"
    return errors.decode("utf-8", errors="replace").strip()[-200:]
