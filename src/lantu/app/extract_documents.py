"""Files read for what they promise and report."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from lantu.app.open_documents import open_document
from lantu.app.outcome import Failure
from lantu.app.runner import Listener, run_each
from lantu.model.extraction import Extraction


def extract_documents(
    paths: Sequence[Path], *, settled: Mapping[str, str] | None = None, jobs: int = 1, listener: Listener | None = None
) -> Iterator[Extraction | Failure]:
    """What each file says, or why it could not be read; in the order of the files.

    Args:
        paths: The files.
        settled: Front matter that a person has decided, by the names of FrontMatter's fields.
        jobs: How many processes share the work.
        listener: Told how far the work has come.
    """
    return run_each(partial(extract_document, settled=settled or {}), paths, jobs=jobs, listener=listener)


def extract_document(path: Path, *, settled: Mapping[str, str]) -> Extraction:
    """What one file says.

    Raises:
        UnreadableFileError: No text could be taken from the file.
    """
    from lantu.extraction.pipeline import extract  # noqa: PLC0415 - loaded with the first file, not with `lantu --help`

    return extract(open_document(path, settled=settled))
