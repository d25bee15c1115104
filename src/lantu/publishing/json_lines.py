"""JSON Lines: one record a line, for programs. The keys are described in docs/reference/jsonl.md."""

from collections.abc import Iterable, Iterator

from lantu.model.extraction import Extraction
from lantu.publishing.exact_json import to_json
from lantu.publishing.options import Options
from lantu.publishing.records import records


def write_json_lines(extractions: Iterable[Extraction], options: Options) -> Iterator[bytes]:
    """The chosen list of every document, a record a line, one piece a document."""
    for extraction in extractions:
        chosen = records(extraction, options.what, numbers_only=options.numbers_only)
        lines = "".join(to_json(record) + "\n" for record in chosen)
        # A lone surrogate has no UTF-8; its escape \udc80 is how JSON spells it.
        yield lines.encode(errors="backslashreplace")
