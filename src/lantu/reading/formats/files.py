"""The bytes of a file, or the reason why there are none."""

import stat
from pathlib import Path

from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits

_MEGABYTE = 1024 * 1024


def load(path: Path, limits: Limits) -> bytes:
    """All bytes of a regular file; what it is and how large is looked up before it is opened.

    Raises:
        UnreadableFileError: It is missing, no regular file, not permitted, too large or empty.
    """
    name = str(path)
    try:
        data = _read_bounded(path, name, limits.file_bytes)
    except FileNotFoundError as err:
        raise unreadable(name, "missing") from err
    except NotADirectoryError as err:
        raise unreadable(name, "missing") from err
    except PermissionError as err:
        raise unreadable(name, "no-permission") from err
    except ValueError as err:  # a path with a NUL in it names nothing
        raise unreadable(name, "missing") from err
    except OSError as err:
        raise unreadable(name, "input-output", reason=err.strerror or str(err)) from err
    check_size(len(data), name, limits)
    return data


def check_size(size: int, name: str, limits: Limits) -> None:
    """Nothing, where the size is neither 0 nor above the limit.

    Raises:
        UnreadableFileError: It is.
    """
    if size == 0:
        raise unreadable(name, "empty")
    if size > limits.file_bytes:
        raise unreadable(name, "too-large", size=_megabytes(size), limit=_megabytes(limits.file_bytes))


def _read_bounded(path: Path, name: str, most: int) -> bytes:
    # Opening a pipe would wait for a writer, so the kind of file is asked first.
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise unreadable(name, "directory")
    if not stat.S_ISREG(status.st_mode):
        raise unreadable(name, "not-a-file")
    if status.st_size > most:
        raise unreadable(name, "too-large", size=_megabytes(status.st_size), limit=_megabytes(most))
    with path.open("rb") as file:
        return file.read(most + 1)  # a file that grows while it is read is caught by its length


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.4g}"
