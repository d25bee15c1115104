"""Files to be read, from what a person named: a folder stands for the documents in it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lantu.app.outcome import Failure

#: In a folder only these are taken for documents; a file named outright is always tried, whatever its suffix.
DOCUMENT_SUFFIXES = frozenset(
    {
        ".txt",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".docx",
        ".doc",
        ".wps",
        ".pdf",
        ".ofd",
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """The files to be read, in order and each once, and the folders that gave none."""

    paths: tuple[Path, ...]
    failures: tuple[Failure, ...] = ()


def find_documents(names: Iterable[str]) -> Found:
    """The files that the names stand for, in the order given; a folder's are sorted, those of its folders included.

    Hidden files and folders are passed over, as are Office's lock files (``~$…``).
    """
    paths: list[Path] = []
    failures: list[Failure] = []
    for name in names:
        path = Path(name)
        if not path.is_dir():
            paths.append(path)
            continue
        inside = sorted(_documents_in(path, failures))
        paths += inside
        if not inside:
            failures.append(_empty_folder(name))
    return Found(tuple(dict.fromkeys(paths)), tuple(failures))


def _documents_in(folder: Path, failures: list[Failure]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        failures.append(_closed_folder(str(error.filename or folder), error))

    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in DOCUMENT_SUFFIXES:
                yield Path(parent, name)


def _empty_folder(name: str) -> Failure:
    known = " ".join(sorted(DOCUMENT_SUFFIXES))
    return Failure(
        name,
        "empty-folder",
        f"{name}：文件夹中没有可读的文件。可读的后缀：{known}",
        f"{name}: the folder holds no document that can be read; known suffixes: {known}",
    )


def _closed_folder(name: str, error: OSError) -> Failure:
    return Failure(
        name,
        "closed-folder",
        f"{name}：文件夹打不开（{error.strerror}）。请检查权限",
        f"{name}: the folder cannot be opened ({error.strerror}); check its permissions",
    )
