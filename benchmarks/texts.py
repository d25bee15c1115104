"""Texts to measure speed on: real documents where they are at hand, else the samples; and lines that nobody writes."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from benchmarks.gold import ROOT, SHARED

MEGABYTE = 1_000_000


def documents() -> tuple[str, list[str]]:
    """Where the texts come from, and the texts."""
    for name, folder in (("the corpus of real documents", SHARED / "corpus"), ("samples/", ROOT / "samples")):
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        if texts:
            return f"{name}, {len(texts)} documents", texts
    raise NoTextError(SHARED / "corpus", ROOT / "samples")


class NoTextError(Exception):
    """There is nothing to measure on."""

    def __init__(self, *folders: Path) -> None:
        super().__init__(f"no .txt file in {' or '.join(map(str, folders))}")


def of_bytes(texts: list[str], size: int) -> str:
    """The texts, one after the other and again, cut to about ``size`` bytes of UTF-8."""
    parts, length = [], 0
    for text in cycle(texts):
        parts.append(text)
        length += len(text.encode())
        if length >= size:
            break
    return "\n".join(parts).encode()[:size].decode(errors="ignore")


def _filled(piece: str) -> Callable[[int], str]:
    """A line of one piece again and again, of about as many bytes as are asked for."""
    return lambda size: piece * (size // len(piece.encode()))


def _nested(size: int) -> str:
    half = size // 2 // len("（".encode())
    return "（" * half + "）" * half


#: Lines without a line break, each of which has made some reader of text take forever.
ADVERSARIAL: dict[str, Callable[[int], str]] = {
    "prose without a line break": lambda size: of_bytes(documents()[1], size).replace("\n", ""),
    "digits": _filled("1234567890"),
    "nested brackets （（（…）））": _nested,
    "opening brackets （（（…": _filled("（"),
    "一一一一…": _filled("一"),
    "1,1,1,…": _filled("1,"),
    "1234,567,890,…": _filled("567,"),
    "1、2、3、…": _filled("12、"),
    "增长增长…": _filled("增长"),
    "亿亿亿亿…": _filled("亿"),
    "5%5%5%…": _filled("5%"),
    "tabs": _filled("\t"),
    "blanks": _filled(" "),
}

#: Of these lines every few bytes are a number, each of which is read in full: a tenth of the size is as much work.
DENSE = frozenset({"1,1,1,…", "1、2、3、…", "5%5%5%…"})


def adversary(name: str, size: int) -> str:
    """A line that nobody writes, of so many bytes; dense ones of a tenth."""
    return ADVERSARIAL[name](size // 10 if name in DENSE else size)


#: Texts of very many lines, each of which opens or holds something.
MANY_LINES: dict[str, Callable[[int], str]] = {
    "values": _filled("5%\n"),
    "chapters": _filled("第一章\n"),
    "items": _filled("（一）增长5%\n"),
    "table rows": _filled("一\t5\t[12%]\n"),
    "notes of responsibility": _filled("（责任单位：省财政厅）\n"),
    "tracked-change residue": _filled("删除[某]:"),
    "boxes": _filled("专栏1 表\n"),
    "empty lines": _filled("\n"),
}
