"""Measurements as Markdown, put between markers of a page so that the words around them stay."""

import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path


class MissingMarkersError(Exception):
    """A page that does not say where its measurements go."""

    def __init__(self, page: Path, name: str) -> None:
        super().__init__(f"{page} has no lines <!-- {name}: begin --> and <!-- {name}: end -->")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; every column after the first is set to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def write_between(page: Path, name: str, text: str, *, start: str = "") -> None:
    """Replaces what stands between a page's markers; a page that is not there yet is begun with ``start``.

    Raises:
        MissingMarkersError: The page is there and has no such markers.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    old = page.read_text(encoding="utf-8") if page.exists() else f"{start}\n{begin}\n{end}\n"
    before, found, rest = old.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise MissingMarkersError(page, name)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def circumstances(command: str) -> str:
    """One line on when, where and how it was measured."""
    today = datetime.now(UTC).date().isoformat()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{today}, {_processor()}, {python}, {platform.system()} {platform.machine()}; `{command}`."


def say(text: str) -> None:
    """Progress, on stderr, since stdout carries the result."""
    print(text, file=sys.stderr, flush=True)


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{models[0]} ({len(models)} cores)" if models else platform.processor() or "unknown processor"
