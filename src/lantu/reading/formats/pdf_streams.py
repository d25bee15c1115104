"""The compressed streams of a PDF, looked at before a library unpacks them without asking."""

import re
import zlib

from lantu.reading.formats.archive import bomb
from lantu.reading.formats.limits import Limits

#: A stream's dictionary ends where its data begin.
_STREAM = re.compile(rb"stream\r?\n")
#: No more than this is looked at before a stream for its filters; they stand in its own dictionary.
_DICTIONARY = 1024
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
#: Deflate never unpacks to more than this many times its size.
_MOST = 1032
_CHUNK = 1 << 20


def check_streams(data: bytes, name: str, limits: Limits) -> None:
    """Nothing, where no stream unpacks to more than half of what a file may.

    Only streams large enough to do so are unpacked, in pieces that are thrown away. A stream that was packed twice
    can hide any size and has no use but this.

    Raises:
        UnreadableFileError: One does (``zip-bomb``).
    """
    most = limits.unpacked_bytes // 2
    view = memoryview(data)
    end = 0
    for found in _STREAM.finditer(data):
        if data[found.start() - 3 : found.start()] == b"end":
            continue
        start, dictionary_start = found.end(), max(end, found.start() - _DICTIONARY)
        dictionary = data[max(dictionary_start, data.rfind(b"obj", dictionary_start, found.start())) : found.start()]
        filters = len(_FLATE.findall(dictionary))
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        if filters > 1:
            raise bomb(name, (end - start) * _MOST * _MOST, most)
        if filters and (end - start) * _MOST > most:
            size = _unpacked(view[start:end], most)
            if size > most:
                raise bomb(name, size, most)


def _unpacked(packed: memoryview, most: int) -> int:
    """The size of what a stream unpacks to, counted until it passes the limit."""
    unpacker = zlib.decompressobj()
    size = 0
    for place in range(0, len(packed), _CHUNK):
        piece: bytes | memoryview = packed[place : place + _CHUNK]
        while piece and size <= most:
            try:
                size += len(unpacker.decompress(piece, _CHUNK))
            except zlib.error:  # a damaged stream unpacks no further, in pdfium neither
                return size
            piece = unpacker.unconsumed_tail
    return size
