"""The formats that findings can be written in: to add one, write its writer and name it here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from lantu.publishing.findings_record import FindingRecord
from lantu.publishing.options import Options

Writer = Callable[[Iterable[FindingRecord], Iterable[FindingRecord], Options], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class FindingsFormat:
    """One format.

    Attributes:
        name: What ``--format`` calls it.
        suffixes: The file names it is guessed from.
        writer: ``module:function``, imported when it is used.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str

    def write(
        self, findings: Iterable[FindingRecord], suppressed: Iterable[FindingRecord], options: Options
    ) -> Iterator[bytes]:
        """The publication's bytes in pieces; text is UTF-8."""
        module, _, function = self.writer.partition(":")
        writer = cast("Writer", getattr(import_module(module), function))
        return writer(findings, suppressed, options)


FINDINGS_FORMATS: dict[str, FindingsFormat] = {
    format_.name: format_
    for format_ in (
        FindingsFormat("text", (".txt",), "lantu.publishing.findings_text:write_findings_text"),
        FindingsFormat("json", (".json",), "lantu.publishing.findings_json:write_findings_json"),
        FindingsFormat("sarif", (".sarif",), "lantu.publishing.findings_sarif:write_findings_sarif"),
        FindingsFormat("html", (".html", ".htm"), "lantu.publishing.findings_html:write_findings_html"),
    )
}
