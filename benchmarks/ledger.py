"""How long a ledger takes: documents to judgement, and many governments' reports to one list (`make bench`).

usage: python -m benchmarks.ledger

Prints the figures and writes them into docs/speed.md. Ends with 1 if a figure misses its target. The bound is stated
rather than a peer's: no other program that could be measured makes a ledger from documents.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import process_time
from typing import TypeVar

from benchmarks.gold import ROOT
from benchmarks.report import circumstances, say, table, write_between
from benchmarks.texts import documents
from lantu.app.check_documents import make_context
from lantu.assessment.assess import assess_ledger
from lantu.checks.runner import run_checks
from lantu.extraction.pipeline import extract
from lantu.ledger.anchors import digest_of
from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.readings import take_reading
from lantu.model.document import DocumentKind
from lantu.model.extraction import Extraction
from lantu.model.reading import DocumentReading, ReadStatement
from lantu.reading.documents import read_document
from lantu.text.source import Source

T = TypeVar("T")

PAGE = ROOT / "docs" / "speed.md"
#: Processor seconds for the documents at hand, from text to findings and statuses.
WHOLE_TARGET = 3.0
#: Eight times the documents may take so much longer a document.
GROWTH_TARGET = 1.5
_GOVERNMENTS = (375, 750, 1500, 3000)


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the work and the processor seconds that it took."""

    name: str
    seconds: float


def main() -> int:
    """The exit code: 0 if both targets are met."""
    origin, texts = documents()
    steps, extractions = measure_steps(texts)
    whole = sum(step.seconds for step in steps)
    reports = [take_reading(each) for each in extractions if each.document.front.kind.value == DocumentKind.WORK_REPORT]
    rows = [(count, measure_assembly(reports, count)) for count in _GOVERNMENTS]
    growth = (rows[-1][1] / rows[-1][0]) / (rows[0][1] / rows[0][0])
    text = _text(origin, steps, whole, rows, growth)
    print(text)
    write_between(PAGE, "ledger", text)
    return 0 if whole < WHOLE_TARGET and growth <= GROWTH_TARGET else 1


def measure_steps(texts: Sequence[str]) -> tuple[list[Step], list[Extraction]]:
    """The seconds of each stage from text to statuses and findings, and what was extracted."""
    say("documents to judgement ...")
    extract(read_document(Source("warm.txt", texts[0])))  # patterns are compiled and tables read once
    steps: list[Step] = []
    extractions = _timed(
        steps,
        "reading and extraction",
        lambda: [extract(read_document(_source(i, text))) for i, text in enumerate(texts)],
    )
    context = _timed(steps, "linking and the ledger", lambda: make_context(extractions))
    _timed(steps, "assessment", lambda: assess_ledger(context.ledger))
    _timed(steps, "checks", lambda: run_checks(context))
    return steps, extractions


def _source(index: int, text: str) -> Source:
    return Source(f"{index}.txt", text, digest=digest_of(text) * 5)


def _timed(steps: list[Step], name: str, work: Callable[[], T]) -> T:
    start = process_time()
    result = work()
    steps.append(Step(name, process_time() - start))
    return result


def measure_assembly(reports: Sequence[DocumentReading], count: int) -> float:
    """The processor seconds that ``count`` governments' reports take to become one ledger."""
    say(f"{count} governments ...")
    readings = [_varied(reports[number % len(reports)], number) for number in range(count)]
    start = process_time()
    assemble_ledger(readings)
    return process_time() - start


def _varied(reading: DocumentReading, number: int) -> DocumentReading:
    """The report of another government: the same sentences with other figures, under a name of its own."""
    identity = digest_of(reading.document.id, str(number))
    statements = tuple(_varied_statement(read, identity, number) for read in reading.statements)
    document = replace(reading.document, id=identity, digest=identity * 5, region="", region_code="")
    return replace(reading, document=document, statements=statements, tasks=(), projects=())


def _varied_statement(read: ReadStatement, identity: str, number: int) -> ReadStatement:
    quantity = read.statement.quantity
    value = None if quantity.value is None else quantity.value + number % 97
    scope = f"第{number}县" if number else read.statement.scope
    statement = replace(read.statement, quantity=replace(quantity, value=value), scope=scope)
    return replace(read, anchor=f"{identity}-{read.anchor.split('-', 1)[1]}", statement=statement)


def _text(origin: str, steps: Sequence[Step], whole: float, rows: Sequence[tuple[int, float]], growth: float) -> str:
    targets = table(
        ["", "measured", "target", ""],
        [
            [
                "documents to statuses and findings, one core",
                f"{whole:.2f} s",
                f"< {WHOLE_TARGET:.0f} s",
                _mark(whole < WHOLE_TARGET),
            ],
            [
                "time a document, 3,000 against 375",
                f"{growth:.2f}",
                f"≤ {GROWTH_TARGET}",
                _mark(growth <= GROWTH_TARGET),
            ],
        ],
    )
    stages = table(
        ["stage", "seconds", "share of the bound"],
        [[step.name, f"{step.seconds:.2f}", f"{step.seconds / WHOLE_TARGET:.0%}"] for step in steps],
    )
    many = table(
        ["governments", "seconds", "milliseconds a report"],
        [[f"{count:,}", f"{seconds:.1f}", f"{seconds / count * 1000:.2f}"] for count, seconds in rows],
    )
    return (
        f"{circumstances('make bench')}\n\n{targets}\n\n**Documents to judgement** ({origin}), processor time:\n\n{stages}\n\n"
        f"**Many governments**: their work reports, made by varying the real ones, put together into one ledger:\n\n{many}"
    )


def _mark(met: bool) -> str:  # noqa: FBT001 - one question, one answer
    return "✓" if met else "✗ missed"


if __name__ == "__main__":
    sys.exit(main())
