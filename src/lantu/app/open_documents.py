"""Files opened as documents: their text, tree and front matter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from lantu.app.outcome import Failure
from lantu.app.runner import Listener, run_each
from lantu.model.document import Document


def open_documents(
    paths: Sequence[Path], *, settled: Mapping[str, str] | None = None, jobs: int = 1, listener: Listener | None = None
) -> Iterator[Document | Failure]:
    """Each file as a Document, or why it could not be read; in the order of the files.

    Args:
        paths: The files.
        settled: Front matter that a person has decided, by the names of FrontMatter's fields.
        jobs: How many processes share the work.
        listener: Told how far the work has come.
    """
    return run_each(partial(open_document, settled=settled or {}), paths, jobs=jobs, listener=listener)


def open_document(path: Path, *, settled: Mapping[str, str]) -> Document:
    """One file as a Document, which carries what reading the file found as well.

    Raises:
        UnreadableFileError: No text could be taken from the file.
    """
    # The readers are loaded with the first file, so that `lantu --help` does not wait for them.
    from lantu.reading.documents import read_document  # noqa: PLC0415
    from lantu.reading.formats.registry import read_source  # noqa: PLC0415

    source, findings = read_source(path)
    document = read_document(source, settled=settled)
    return replace(document, findings=tuple(dict.fromkeys((*findings, *document.findings))))
