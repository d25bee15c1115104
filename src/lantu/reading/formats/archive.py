"""Compressed packages (Word, OFD) opened with a watch on what they unpack to."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lantu.errors import UnreadableFileError
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits

_MEGABYTE = 1024 * 1024
_CHUNK = 1 << 20
#: Up to this size a part may have shrunk by any ratio: tables of empty cells do.
_HARMLESS = 10 * _MEGABYTE
#: What a damaged, encrypted or oddly packed member makes zipfile raise.
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip file does, whole or cut short."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def member_names(data: bytes) -> frozenset[str]:
    """The names of a zip file's members; empty where its directory cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except _DAMAGES:
        return frozenset()


@dataclass(slots=True)
class Archive:
    """A zip file's members, read one by one until they pass the limits.

    Attributes:
        name: The file as the caller named it.
        names: Its members.
    """

    name: str
    names: frozenset[str]
    _package: zipfile.ZipFile
    _limits: Limits
    _damaged: Callable[[str], UnreadableFileError]
    _unpacked: int = 0

    def read(self, member: str) -> bytes:
        """A member's bytes.

        Raises:
            UnreadableFileError: It is damaged, missing, or unpacks to more than is allowed.
        """
        chunks: list[bytes] = []
        size = 0
        try:
            info = self._package.getinfo(member)
            self._check(info.file_size, info.compress_size)
            with self._package.open(info) as file:
                # The directory may lie about sizes, so what comes out is counted too.
                while chunk := file.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    self._check(size, info.compress_size)
        except _DAMAGES as err:
            raise self._damaged(f"{member}: {err}") from err
        self._unpacked += size
        return b"".join(chunks)

    def _check(self, size: int, packed: int) -> None:
        """Pictures that are never unpacked may shrink as they like; a part that is read may not."""
        limits = self._limits
        if size > _HARMLESS and size > limits.unpacking_ratio * max(1, packed):
            raise bomb(self.name, size, _HARMLESS)
        if size > limits.part_bytes:
            raise bomb(self.name, size, limits.part_bytes)
        if self._unpacked + size > limits.unpacked_bytes:
            raise bomb(self.name, self._unpacked + size, limits.unpacked_bytes)


def open_archive(data: bytes, name: str, limits: Limits, damaged_code: str) -> Archive:
    """The package, its directory checked against the limits before anything is unpacked.

    Raises:
        UnreadableFileError: It is damaged (``damaged_code``), or unpacks to more than is allowed (``zip-bomb``).
    """

    def damaged(reason: str) -> UnreadableFileError:
        return unreadable(name, damaged_code, reason=reason)

    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGES as err:
        raise damaged(str(err)) from err
    members = package.infolist()
    total = sum(info.file_size for info in members)
    if total > limits.unpacked_bytes:
        raise bomb(name, total, limits.unpacked_bytes)
    return Archive(name, frozenset(info.filename for info in members), package, limits, damaged)


def bomb(name: str, size: int, limit: int) -> UnreadableFileError:
    """The error for a file that unpacks, or would unpack, to so many bytes."""
    return unreadable(name, "zip-bomb", size=f"{size / _MEGABYTE:.4g}", limit=f"{limit / _MEGABYTE:.4g}")


def parse_xml(data: bytes, part: str, name: str, damaged_code: str) -> Any:
    """The root element of a package's part; nothing outside the part is fetched and no entity is expanded.

    Raises:
        UnreadableFileError: It is no XML (``damaged_code``), or defines a DTD (``unsafe-xml``).
    """
    # lxml costs 20 ms to import, and a start of the command line does without it.
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        if b"<!ENTITY" in data:  # libxml2 stops at an amplification by itself
            raise unreadable(name, "unsafe-xml", part=part) from err
        raise unreadable(name, damaged_code, reason=f"{part}: {err}") from err
    document: Any = root.getroottree().docinfo
    if document.doctype:
        raise unreadable(name, "unsafe-xml", part=part)
    return root
