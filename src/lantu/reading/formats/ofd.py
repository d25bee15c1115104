"""OFD files (GB/T 33190), the fixed-layout format of Chinese official documents."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lantu.errors import UnreadableFileError
from lantu.reading.formats.archive import Archive, is_zip, member_names, open_archive, parse_xml
from lantu.reading.formats.builder import TextBuilder
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.ofd_page import Units, local_name, page_frame, pieces_of
from lantu.reading.formats.page import A4, PageFrame, PageLine, in_lines
from lantu.reading.formats.pages import ReadPage, write_pages
from lantu.reading.formats.reader import Reading

_DAMAGED = "damaged-ofd"


class OfdReader:
    """The text objects of an OFD file as lines, page by page, document by document."""

    name = "ofd"
    media_types = ("application/ofd",)

    def recognises(self, data: bytes) -> bool:
        """Whether it is a zip file with ``OFD.xml`` at its top, whole or cut short."""
        if not is_zip(data):
            return False
        names = member_names(data)
        return any(name.lower() == "ofd.xml" for name in names) if names else b"OFD.xml" in data

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The text of all pages of all documents in the file.

        Raises:
            UnreadableFileError: It is damaged, encrypted, too long, or holds no text.
        """
        package = _Package(open_archive(data, name, limits, _DAMAGED), name)
        pages = package.pages(limits)
        builder = TextBuilder()
        findings = write_pages(pages, builder)
        if not builder.offset:
            raise unreadable(name, "ofd-without-text")
        return builder.build(name, "application/ofd", self.name), findings


@dataclass(slots=True)
class _Package:
    """The parts of an OFD file, found by the locations that they give of one another."""

    archive: Archive
    name: str
    _members: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Writers disagree with themselves about slashes and capitals.
        self._members = {_plain(member): member for member in self.archive.names}

    def pages(self, limits: Limits) -> list[ReadPage]:
        """What is on each page, in order."""
        if any(posixpath.basename(member) in ("encryptions.xml", "decryptseed.dat") for member in self._members):
            raise unreadable(self.name, "encrypted-ofd")
        roots = [text for text in _texts(self._part("ofd.xml"), "DocRoot") if text]
        if not roots:
            raise unreadable(self.name, _DAMAGED, reason="OFD.xml: no DocRoot")
        places = [(root, place) for root in roots for place in self._page_places(root)]
        if len(places) > limits.pages:
            raise unreadable(self.name, "too-many-pages", pages=len(places), limit=limits.pages)
        documents = {root: self._document(root) for root in roots}
        return [self._page(place, documents[root]) for root, place in places]

    def _part(self, place: str) -> Any:
        member = self._members.get(_plain(place))
        if member is None:
            raise unreadable(self.name, _DAMAGED, reason=f"{place} is missing")
        return parse_xml(self.archive.read(member), member, self.name, _DAMAGED)

    def _page_places(self, root: str) -> Iterator[str]:
        for pages in _elements(self._part(root), "Pages"):
            for page in _elements(pages, "Page"):
                yield _resolved(root, page.get("BaseLoc", ""))

    def _document(self, root: str) -> "_Document":
        """What the pages of one document share: size, templates, composite objects."""
        document = self._part(root)
        templates = {
            template.get("ID", ""): _resolved(root, template.get("BaseLoc", ""))
            for template in _elements(document, "TemplatePage")
        }
        area = next(_elements(document, "PageArea"), None)
        return _Document(page_frame(area) or A4, templates, self._units(root, document))

    def _units(self, root: str, document: Any) -> Units:
        units: Units = {}
        for kind in ("PublicRes", "DocumentRes"):
            for place in _texts(document, kind):
                if _plain(_resolved(root, place)) in self._members:
                    for unit in _elements(self._part(_resolved(root, place)), "CompositeGraphicUnit"):
                        units[unit.get("ID", "")] = unit
        return units

    def _page(self, place: str, document: "_Document") -> ReadPage:
        try:
            content = self._part(place)
        except UnreadableFileError as err:
            if err.code == _DAMAGED:  # one page of many: the others are read, and LT907 names this one
                return ReadPage(document.frame, damaged=True)
            raise
        frame = page_frame(next(_elements(content, "Area"), None)) or document.frame
        pieces: list[PageLine] = []
        for template in _elements(content, "Template"):
            template_place = document.templates.get(template.get("TemplateID", ""), "")
            if _plain(template_place) in self._members:
                pieces += pieces_of(self._part(template_place), document.units)
        pieces += pieces_of(content, document.units)
        return ReadPage(frame, in_lines(pieces))


@dataclass(frozen=True, slots=True)
class _Document:
    frame: PageFrame
    templates: dict[str, str]
    units: Units


def _plain(place: str) -> str:
    return posixpath.normpath(place.replace("\\", "/").strip().lstrip("/")).lower()


def _resolved(base: str, place: str) -> str:
    """A location as the file at ``base`` gives it: from the package's top if it begins with a slash."""
    place = place.strip().replace("\\", "/")
    return place if place.startswith("/") else posixpath.join(posixpath.dirname(base.replace("\\", "/")), place)


def _elements(root: Any, name: str) -> Iterator[Any]:
    """All elements of a name, in whichever namespace the writer put them."""
    return (element for element in root.iter() if local_name(element) == name)


def _texts(root: Any, name: str) -> list[str]:
    return [(element.text or "").strip() for element in _elements(root, name)]
