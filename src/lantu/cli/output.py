"""Where results go: standard output, or a file that appears whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from lantu.errors import LantuError


class OutputError(LantuError):
    """An output that cannot be written: the folder is missing, there is no right to write, the disk is full."""


def check_output(path: Path, inputs: Iterable[Path]) -> None:
    """Nothing, if the file can be written without loss; asked before any document is read.

    Raises:
        OutputError: The folder does not exist, the name is a folder's, or the file is one of those to be read.
    """
    folder = path.parent
    if path.is_dir():
        raise OutputError(f"{path} 是文件夹，请在 -o 后写文件名", f"{path} is a folder; name a file after -o")
    if not folder.is_dir():
        raise OutputError(
            f"文件夹 {folder} 不存在，请先建立，或换一个位置",
            f"the folder {folder} does not exist; make it first, or choose another",
        )
    if path.exists() and any(each.exists() and each.samefile(path) for each in inputs):
        raise OutputError(
            f"{path} 是要读的文件，不能同时作为输出", f"{path} is one of the files to read; choose another output"
        )


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes the file; it takes its name only once it is whole, so that a reader never sees half of it.

    Raises:
        OutputError: The system refused.
    """
    target = path.resolve()  # a link stays a link, and what it points to is replaced
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            _write_device(target, pieces)
        else:
            _write_whole(target, pieces)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"写不了 {path}：{reason}", f"cannot write {path}: {reason}") from error


def _write_device(device: Path, pieces: Iterable[bytes]) -> None:
    """/dev/null or a named pipe is written to: replacing it would destroy it."""
    with device.open("wb") as out:
        out.writelines(pieces)


def _write_whole(target: Path, pieces: Iterable[bytes]) -> None:
    started = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with started.open("xb") as out:
            out.writelines(pieces)
        if target.exists():
            started.chmod(stat.S_IMODE(target.stat().st_mode))
        started.replace(target)
    finally:
        started.unlink(missing_ok=True)


def write_standard(pieces: Iterable[bytes]) -> None:
    """Writes to standard output: as bytes, or as text where the terminal may want another encoding."""
    sys.stdout.flush()
    for piece in pieces:
        if sys.stdout.isatty():
            sys.stdout.write(piece.decode())
        else:
            _write_all(sys.stdout.buffer, piece)
    sys.stdout.flush()


def _write_all(out: BinaryIO, piece: bytes) -> None:
    """Writes to the last byte: where Python is told not to buffer, one call may write a part and say so."""
    rest = memoryview(piece)
    while rest:
        rest = rest[out.write(rest) :]
