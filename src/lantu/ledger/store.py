"""The ledger as one file: what was read from each document, what people decided, and the ledger that follows."""

import os
import stat
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from lantu.errors import LantuError
from lantu.model.ledger import Decision, Ledger
from lantu.model.reading import DocumentReading, ObservationTable

#: Raised when the file's shape changes; older shapes are read anew from their documents.
FORMAT = 1


class LedgerFileError(LantuError):
    """A ledger file that cannot be read: damaged, of another program, or of a newer version."""

    def __init__(self, path: Path, reason_zh: str, reason_en: str) -> None:
        super().__init__(f"{path.name}：{reason_zh}", f"{path.name}: {reason_en}")


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """All that a ledger file holds.

    Attributes:
        format: The shape of the file.
        readings: One a document; what the ledger is put together from.
        tables: Files of figures.
        decisions: What people decided, in the order in which they did.
        ledger: The ledger that follows from these; kept for those who only want to look.
    """

    format: int = FORMAT
    readings: tuple[DocumentReading, ...] = ()
    tables: tuple[ObservationTable, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)


def load_ledger_file(path: Path) -> LedgerFile:
    """The contents of a ledger file; an empty one where there is no such file yet.

    Raises:
        LedgerFileError: The file is damaged, is no ledger, or comes from a newer version.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return LedgerFile()
    except OSError as err:
        raise LedgerFileError(path, "无法打开，请核对权限", f"cannot be opened ({err.strerror})") from err
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.DecodeError as err:
        raise LedgerFileError(path, "不是台账文件，或已损坏", f"is no ledger file, or is damaged ({err})") from err
    if head.format != FORMAT:
        raise LedgerFileError(
            path,
            f"格式版本为{head.format}，本程序只读{FORMAT}；请用原文件重新生成",
            f"has format {head.format}, this program reads {FORMAT}; make it anew",
        )
    try:
        return msgspec.json.decode(data, type=LedgerFile)
    except msgspec.DecodeError as err:
        raise LedgerFileError(path, f"内容已损坏（{err}）", f"is damaged ({err})") from err


class _Head(msgspec.Struct):
    format: int


def save_ledger_file(path: Path, contents: LedgerFile) -> None:
    """Writes a ledger file whole or not at all: a fault in the middle leaves the old one as it was.

    Raises:
        OSError: The folder cannot be written to.
    """
    data = msgspec.json.format(msgspec.json.encode(contents), indent=1)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            # A temporary file is its owner's alone; a ledger is as open as the one before, or as any new file.
            Path(name).chmod(_mode(path))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is there; for a new one, those that the user gives to new files."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
