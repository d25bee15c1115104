"""Builds the sample documents from their manuscripts: python -m samples.build [FOLDER]."""

import sys
from pathlib import Path

from samples.manuscript import read_manuscript
from samples.pdf import to_pdf
from samples.plain import to_text
from samples.web import to_html
from samples.word import to_word

HERE = Path(__file__).resolve().parent
#: What is built from which manuscript.
BUILT = {
    "outline-2026-2030.docx": "outline-2026-2030.txt",
    "action-plan-2026-2028.pdf": "action-plan-2026-2028.txt",
    "work-report-2026.txt": "work-report-2026.txt",
    "work-report-2027.html": "work-report-2027.txt",
}


def build(name: str) -> bytes:
    """The bytes of one sample document; the same source gives the same bytes."""
    parts = read_manuscript(HERE / "source" / BUILT[name])
    match Path(name).suffix:
        case ".docx":
            return to_word(parts)
        case ".pdf":
            return to_pdf(parts)
        case ".html":
            return to_html(parts).encode()
        case _:
            return to_text(parts).encode()


def main(folder: Path = HERE) -> None:
    """Writes every sample document into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in BUILT:
        content = build(name)
        (folder / name).write_bytes(content)
        sys.stdout.write(f"{folder / name}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
