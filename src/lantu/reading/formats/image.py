"""Scanned pages as pictures: PNG, JPEG, TIFF with one page or many."""

import io
from collections.abc import Iterator
from typing import Any

from lantu.reading.formats.builder import TextBuilder
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.ocr import find_recogniser
from lantu.reading.formats.pages import write_pages
from lantu.reading.formats.reader import Reading

_MAGIC = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}


class ImageReader:
    """The text of scanned pages, recognised from their pictures."""

    name = "image"
    media_types = ("image/png", "image/jpeg", "image/tiff")

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes begin as a PNG, JPEG or TIFF file does."""
        return data.startswith(tuple(_MAGIC))

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The recognised text, a page for each picture of the file.

        Raises:
            UnreadableFileError: It is damaged or too large, or character recognition is not installed.
        """
        recogniser = find_recogniser()
        if recogniser is None:
            raise unreadable(name, "needs-ocr")
        pages = [recogniser.read_page(picture) for picture in _pictures(data, name, limits)]
        builder = TextBuilder()
        findings = write_pages(pages, builder)
        if not builder.offset:
            raise unreadable(name, "nothing-recognised")
        media_type = next(media_type for magic, media_type in _MAGIC.items() if data.startswith(magic))
        return builder.build(name, media_type, self.name), findings


def _pictures(data: bytes, name: str, limits: Limits) -> Iterator[Any]:
    """The file's pictures as arrays of pixels, turned upright as the camera noted."""
    # Pillow and numpy take 100 ms to load, wanted by pictures only.
    import numpy  # noqa: ICN001, PLC0415
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data)) as image:
            frames = getattr(image, "n_frames", 1)
            if frames > limits.pages:
                raise unreadable(name, "too-many-pages", pages=frames, limit=limits.pages)
            for frame in range(frames):
                image.seek(frame)
                _check_pixels(image.width * image.height, name, limits)
                yield numpy.asarray(ImageOps.exif_transpose(image).convert("RGB"))[:, :, ::-1]
    except Image.DecompressionBombError as err:
        raise unreadable(name, "image-too-large", size="≥17900", limit=f"{limits.pixels // 10_000}") from err
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as err:
        raise unreadable(name, "damaged-image") from err


def _check_pixels(pixels: int, name: str, limits: Limits) -> None:
    if pixels > limits.pixels:
        raise unreadable(name, "image-too-large", size=str(pixels // 10_000), limit=str(limits.pixels // 10_000))
