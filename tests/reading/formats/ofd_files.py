"""OFD files written by hand, in the shapes that different programs write."""

import io
import zipfile
from collections.abc import Sequence

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.0


def text_object(text: str, x: float, y: float, *, number: int = 1, attributes: str = "") -> str:
    """A line of text: its base line is one size under its boundary's upper edge, characters stand a size apart."""
    steps = f' DeltaX="g {len(text) - 1} {SIZE}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x} {y} {SIZE * len(text)} {SIZE * 1.4}" Font="3" Size="{SIZE}" {attributes}>'
        f'<ofd:TextCode X="0" Y="{SIZE}"{steps}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def single_characters(text: str, x: float, y: float) -> str:
    """A line whose every character is an object, as some converters write it."""
    return "".join(text_object(character, x + index * SIZE, y) for index, character in enumerate(text))


def page(objects: str, *, template: str = "", namespace: str = NAMESPACE) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {namespace}>{template}<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>'
        f'<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def package(
    documents: Sequence[Sequence[str]], *, shared: str = "", parts: dict[str, str] | None = None, slash: str = ""
) -> bytes:
    """An OFD file of one or more documents, each a sequence of pages; ``shared`` goes into each Document.xml."""
    members = {}
    bodies = ""
    for number, pages in enumerate(documents):
        root = f"Doc_{number}"
        bodies += f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{number}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>{slash}{root}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        places = "".join(
            f'<ofd:Page ID="{10 + index}" BaseLoc="Pages/Page_{index}/Content.xml"/>' for index in range(len(pages))
        )
        members[f"{root}/Document.xml"] = (
            f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{shared}"
            f"</ofd:CommonData><ofd:Pages>{places}</ofd:Pages></ofd:Document>"
        )
        for index, content in enumerate(pages):
            members[f"{root}/Pages/Page_{index}/Content.xml"] = content
    members["OFD.xml"] = f'<?xml version="1.0"?><ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD">{bodies}</ofd:OFD>'
    return zipped({**members, **(parts or {})})


def zipped(members: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()
