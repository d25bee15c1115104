"""The formats that a publication can have: to add one, write its writer and name it here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from lantu.model.extraction import Extraction
from lantu.publishing.options import Options

Writer = Callable[[Iterable[Extraction], Options], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: What ``--format`` calls it.
        suffixes: The file names it is guessed from.
        writer: ``module:function``, imported when it is used: the command line must start without every writer.
        is_whole: Whether it holds all lists of a document at once, and is a file rather than a stream of lines.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str
    is_whole: bool = False

    def write(self, extractions: Iterable[Extraction], options: Options) -> Iterator[bytes]:
        """The publication's bytes in pieces; text is UTF-8."""
        module, _, function = self.writer.partition(":")
        writer = cast("Writer", getattr(import_module(module), function))
        return writer(extractions, options)


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("table", (".txt",), "lantu.publishing.table:write_table"),
        Format("jsonl", (".jsonl", ".ndjson", ".json"), "lantu.publishing.json_lines:write_json_lines"),
        Format("xlsx", (".xlsx",), "lantu.publishing.excel:write_excel", is_whole=True),
        Format("html", (".html", ".htm"), "lantu.publishing.page.writer:write_page", is_whole=True),
    )
}


def format_for(suffix: str) -> Format | None:
    """The format that a file's suffix names, whatever its case; None for an unknown one."""
    return next((format_ for format_ in FORMATS.values() if suffix.lower() in format_.suffixes), None)
