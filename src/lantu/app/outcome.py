"""What becomes of each file: what was asked for, or a Failure, so that one bad file does not stop the rest."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lantu.errors import UnreadableFileError

T = TypeVar("T")

#: The code of a failure that is a mistake in Lantu, not in the file.
INTERNAL = "internal-error"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be used (未读成), as a value that can cross from one process to another.

    Attributes:
        name: The file as the caller named it.
        code: A stable word for the cause: that of an UnreadableFileError, or INTERNAL.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
        trace: For a mistake in Lantu itself, where it happened; else "".
    """

    name: str
    code: str
    zh: str
    en: str
    trace: str = ""

    @property
    def is_internal(self) -> bool:
        """Whether Lantu is to blame rather than the file."""
        return self.code == INTERNAL


def attempt(work: Callable[[Path], T], path: Path) -> T | Failure:
    """What ``work`` makes of a file, or why it could not."""
    try:
        return work(path)
    except UnreadableFileError as error:
        return Failure(str(path), error.code, error.zh, error.en)
    except Exception as error:  # noqa: BLE001 - among thousands of files, a mistake of ours on one must not lose the others; it is reported with its trace
        return _internal_failure(path, error)


def _internal_failure(path: Path, error: Exception) -> Failure:
    cause = f"{type(error).__name__}: {error}"
    return Failure(
        str(path),
        INTERNAL,
        f"{path}：程序内部错误（{cause}）。请把这份文件和下面的记录报告给开发者",
        f"{path}: a mistake in Lantu ({cause}). Please report it with the file and the trace below",
        "".join(traceback.format_exception(error)),
    )
