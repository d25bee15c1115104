"""What has been read so far: of one sentence, for what its later clauses leave out, and of the whole pass."""

from dataclasses import dataclass, field

from lantu.extraction.clauses import (
    LeftSide,
)
from lantu.extraction.periods import Timeline
from lantu.extraction.quantities import RawQuantity
from lantu.extraction.scope import ScopeReader
from lantu.model.document import Document
from lantu.model.finding import Finding
from lantu.model.statement import Measure, Statement
from lantu.text.span import Span


@dataclass(slots=True)
class Sentence:
    """What has been read of the sentence at hand, for what later clauses leave out."""

    start: int
    end: int
    span: Span
    subject: str = ""
    scope: str = ""
    measure: Measure | None = None
    act: str = ""
    consumed: int = 0  # where the last statement's words end
    queue: list[str] = field(default_factory=list)  # subjects that 分别 still has to hand out
    queue_left: LeftSide | None = None
    items: list[str] = field(default_factory=list)  # the subjects last handed out
    named: list[str] = field(default_factory=list)  # every subject so far, once each
    modality: str = ""  # the last modal word before ``searched``
    searched: int = 0  # up to where modal words have been looked for
    places: list[str] = field(default_factory=list)  # the places that go with the queue
    names_parts: bool = False  # whether 其中 has opened a list of parts: 其中，甲10名，乙20名


@dataclass(slots=True)
class Scan:
    """The state of one pass over a document."""

    document: Document
    text: str
    timeline: Timeline
    quantities: list[RawQuantity]
    starts: list[int]  # where each quantity starts
    breaks: list[int]  # where each mark stands that parts clauses
    stops: list[int]  # where each mark stands that ends a sentence
    scopes: ScopeReader
    joined: list[bool]  # whether quantity i hangs on to quantity i-1 by 、 or 和 alone
    statements: list[Statement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Clause:
    """What the words around a number were read to say.

    Attributes:
        subject: What is measured.
        act: The act that governs the number, or "".
        end: Where the words of the statement end.
        left: What stands before the number.
        from_right: Whether the subject stands behind the number.
        carried: Whether the act is carried on from the number before.
    """

    subject: str
    act: str
    end: int
    left: LeftSide
    from_right: bool
    carried: bool


def chain_length(scan: Scan, i: int) -> int:
    """How many numbers hang together from number ``i`` on."""
    count = 1
    while count < LONGEST_CHAIN and i + count < len(scan.joined) and scan.joined[i + count]:
        count += 1
    return count


def chain_place(scan: Scan, i: int) -> int:
    """How many numbers of its chain stand before number ``i``."""
    place = 0
    while place < LONGEST_CHAIN and scan.joined[i - place]:
        place += 1
    return place


#: No list of the genre hands out more numbers; without a bound an endless chain would be walked from each of its links.
LONGEST_CHAIN = 16
