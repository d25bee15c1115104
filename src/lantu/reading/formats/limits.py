"""How much one file may cost to read."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the size, the memory and the time that one file may take.

    Attributes:
        file_bytes: The largest file that is read at all; looked up before a byte is read.
        unpacked_bytes: The most that a compressed file (Word, OFD) may unpack to.
        part_bytes: The most that one part of such a file may unpack to; a tree of its elements takes ten times as much.
        unpacking_ratio: How many times its packed size one part may become, once it passes ten megabytes.
        pages: The most pages of a PDF, an OFD or a scan.
        depth: How deep the elements of a web page may nest before its structure is ignored.
        pixels: The largest picture, in pixels, that character recognition is given.
        conversion_seconds: How long LibreOffice may take over one file.
    """

    file_bytes: int = 200 * _MEGABYTE
    unpacked_bytes: int = 400 * _MEGABYTE
    part_bytes: int = 64 * _MEGABYTE
    unpacking_ratio: int = 500
    pages: int = 5000
    depth: int = 2000
    pixels: int = 100_000_000
    conversion_seconds: float = 120.0
