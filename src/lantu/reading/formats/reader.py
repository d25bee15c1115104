"""What every reader of a format offers."""

from typing import Protocol, TypeAlias

from lantu.model.finding import Finding
from lantu.reading.formats.limits import Limits
from lantu.text.source import Source

#: A file's text, and what was wrong with the file without keeping it from being read.
Reading: TypeAlias = tuple[Source, tuple[Finding, ...]]


class FormatReader(Protocol):
    """Takes the text out of files of one format."""

    @property
    def name(self) -> str:
        """The reader's name, as ``Source.reader`` gives it."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types of what it reads."""

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes are of this format, damaged or not; told from a few of them, without unpacking."""

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The file's text, its marks and its faults.

        Raises:
            UnreadableFileError: No text can be taken from it.
        """
