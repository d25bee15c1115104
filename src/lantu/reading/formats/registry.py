"""The formats that can be read, and the one way in: a file or its bytes to a Source."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.files import check_size, load
from lantu.reading.formats.html import HtmlReader
from lantu.reading.formats.image import ImageReader
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.ofd import OfdReader
from lantu.reading.formats.ole import OldWordReader
from lantu.reading.formats.pdf import PdfReader
from lantu.reading.formats.reader import FormatReader, Reading
from lantu.reading.formats.text import TextReader
from lantu.reading.formats.word import WordReader

_DEFAULT_LIMITS = Limits()
#: A character that shows: neither a blank nor one of the signs without width that files carry along.
_SHOWN = re.compile(r"[^\s\0\u200b-\u200f\u2060\ufeff]")

#: Asked in this order; the last takes what the others leave.
READERS: tuple[FormatReader, ...] = (
    PdfReader(),
    ImageReader(),
    OfdReader(),
    OldWordReader(),
    WordReader(),
    HtmlReader(),
    TextReader(),
)


def read_source(path: Path, *, limits: Limits = _DEFAULT_LIMITS) -> Reading:
    """The text of a file with what its format says of it, and the faults that did not keep it from being read.

    Raises:
        UnreadableFileError: No text can be taken from it; its code is one of ``causes.CAUSES``.
    """
    source, findings = read_source_bytes(load(path, limits), str(path), limits=limits)
    return replace(source, name=path.name), findings


def read_source_bytes(data: bytes, name: str, *, limits: Limits = _DEFAULT_LIMITS) -> Reading:
    """The same for the bytes of a file; ``name`` is only what messages call it.

    Raises:
        UnreadableFileError: No text can be taken from them.
    """
    check_size(len(data), name, limits)
    reader = next(reader for reader in READERS if reader.recognises(data))
    source, findings = reader.read(data, name, limits)
    if not _SHOWN.search(source.text):
        raise unreadable(name, "blank")
    return replace(source, digest=hashlib.sha256(data).hexdigest()), findings
