"""Word documents (.docx): which part holds what, and what is no Word document after all."""

import re
from dataclasses import dataclass
from typing import Any

from lantu.reading.formats.archive import Archive, is_zip, member_names, open_archive, parse_xml
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.reader import Reading

_DAMAGED = "damaged-word"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: The strict variant of the format names the same elements in other namespaces.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_MAIN_PART = re.compile(r"^/?(word/document\d*\.xml)$")
_OTHERS = (
    ("xl/", "Excel 工作簿", "an Excel workbook"),
    ("ppt/", "PowerPoint 演示文稿", "a PowerPoint presentation"),
    ("content.xml", "OpenDocument 文件", "an OpenDocument file"),
    ("META-INF/container.xml", "EPUB 电子书", "an EPUB book"),
)


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parsed parts of a Word file; None where it has none of that kind."""

    document: Any
    styles: Any = None
    numbering: Any = None
    footnotes: Any = None
    endnotes: Any = None


class WordReader:
    """Paragraphs, headings, numbered lists, tables, text boxes and notes of a Word document."""

    name = "word"
    media_types = (_DOCX,)

    def recognises(self, data: bytes) -> bool:
        """Whether it is an Office package, or a zip file that holds none of the formats that are known."""
        return is_zip(data)

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The document's text, as if all tracked changes were accepted."""
        _check_kind(data, name)
        # Only Word files want lxml, which costs 20 ms to import.
        from lantu.reading.formats.word_body import read_body  # noqa: PLC0415

        return read_body(_parts(open_archive(data, name, limits, _DAMAGED), name), name, _DOCX, self.name)


def _check_kind(data: bytes, name: str) -> None:
    """Nothing for a Word file, whole or cut short; for other packages the error that says what they are."""
    names = member_names(data)
    if any(map(_MAIN_PART.match, names)):
        return
    for prefix, what, what_en in _OTHERS:
        if any(member.startswith(prefix) for member in names):
            raise unreadable(name, "not-word", what=what, what_en=what_en)
    if names:
        raise unreadable(name, "not-word", what="压缩包或其他格式", what_en="a zip archive or another format")
    if b"word/" not in data and b"[Content_Types].xml" not in data[:4096]:
        raise unreadable(name, "unknown-format", seen="是损坏的压缩包", seen_en="is a damaged zip archive")


def _parts(archive: Archive, name: str) -> WordParts:
    main = min((member for member in archive.names if _MAIN_PART.match(member)), default="word/document.xml")

    def optional(part: str) -> Any:
        member = f"word/{part}.xml"
        return _parse(archive, member, name) if member in archive.names else None

    return WordParts(
        _parse(archive, main, name),
        optional("styles"),
        optional("numbering"),
        optional("footnotes"),
        optional("endnotes"),
    )


def _parse(archive: Archive, member: str, name: str) -> Any:
    data = archive.read(member)
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    return parse_xml(data, member, name, _DAMAGED)
