"""Plain text and Markdown."""

import re

from lantu.model.finding import Finding
from lantu.reading.formats import notices
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.encoding import Decoded, decode
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.markdown import markdown_marks
from lantu.reading.formats.reader import Reading
from lantu.text.source import Source
from lantu.text.span import Span


class TextReader:
    """Text without a format of its own: the file's characters exactly as they are stored."""

    name = "text"
    media_types = ("text/plain", "text/markdown")

    def recognises(self, data: bytes) -> bool:
        """True: what no other reader recognises is text, or nothing that can be read."""
        del data
        return True

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The decoded text, with marks where it is Markdown."""
        del limits
        decoded = decode_text(data, name)
        marks = markdown_marks(decoded.text)
        media_type = "text/markdown" if marks else "text/plain"
        source = Source(
            name, decoded.text, media_type=media_type, encoding=decoded.encoding, marks=marks, reader=self.name
        )
        return source, decoding_notices(decoded, source.text)


def decode_text(data: bytes, name: str, declared: str = "") -> Decoded:
    """The bytes as text.

    Raises:
        UnreadableFileError: They are no text in any encoding that is known.
    """
    decoded = decode(data, declared)
    if decoded is None:
        raise unreadable(name, "unknown-format", seen="不是文字", seen_en="is no text")
    return decoded


def decoding_notices(decoded: Decoded, text: str) -> tuple[Finding, ...]:
    """LT901 at the first replaced character of the text that was taken from what was decoded, where any was."""
    if not decoded.replaced:
        return ()
    place = re.search("\ufffd+", text)
    span = Span(*place.span()) if place else Span(0, min(1, len(text)))
    return (notices.replaced_bytes(decoded.replaced, decoded.encoding, span),)
