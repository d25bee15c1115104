"""New texts of documents that the ledger knows: they take the old one's place, and people's decisions move over."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lantu.ledger.plans import plan_id
from lantu.model.ledger import Decision, DecisionAction
from lantu.model.reading import DocumentReading, ReadStatement

#: A new text shares at least this part of its measured sentences with the one that it replaces: a part of an outline
#: shares nearly none with another part, a corrected text nearly all.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of the readings and decisions when new texts came in.

    Attributes:
        readings: The readings that hold now, the replaced ones left out.
        decisions: The decisions, those on replaced statements now on the statements that took their place.
    """

    readings: tuple[DocumentReading, ...]
    decisions: tuple[Decision, ...]


def replace_readings(
    known: Sequence[DocumentReading],
    fresh: Sequence[DocumentReading],
    decisions: Sequence[Decision],
    *,
    given: Collection[str] = (),
) -> Succession:
    """The readings with the fresh ones among them, each in the place of the text that it is a newer version of.

    Args:
        known: What an earlier run left.
        fresh: What was read now.
        decisions: What people decided, in the order in which they did.
        given: Digests of the files at hand. A known document whose file is still there is replaced by none: whoever
            keeps both files wants both.

    A text is a newer version of a known one when plan and title are the same (for a text without a title, the file's
    name) and at least half of its measured sentences are. Decisions on a statement of the old text move to the
    statement of the new one that has the same sentence and the same number. Where there is none they stay as they
    are, and ``lantu.ledger.decisions.lost_decisions`` reports them.

    A document read again by a newer reader keeps its id; a decision whose anchor changed follows the number's place.
    """
    current = {reading.document.id: reading for reading in known}
    gone = {key: reading for key, reading in current.items() if reading.document.digest not in given}
    moved: dict[str, str] = {}
    for reading in sorted(fresh, key=lambda each: each.document.id):
        again = current.pop(reading.document.id, None)
        earlier = again or earlier_version(reading, tuple(gone.values()))
        if earlier is None:
            current[reading.document.id] = reading
            continue
        current.pop(earlier.document.id, None)
        gone.pop(earlier.document.id, None)
        taken = _as_successor(reading, earlier)
        current[taken.document.id] = taken
        moved |= _moves(earlier, taken)
    return Succession(
        tuple(current[identity] for identity in sorted(current)),
        tuple(_move(decision, moved) for decision in decisions),
    )


def earlier_version(reading: DocumentReading, known: Sequence[DocumentReading]) -> DocumentReading | None:
    """The known reading whose text a new one replaces; of several the one that it shares most with; None for none."""
    alike = [
        (_shared(reading, other), other.document.id, other)
        for other in known
        if other.document.digest != reading.document.digest and _name(reading) == _name(other)
    ]
    share, _, earlier = max(alike, default=(0.0, "", None), key=lambda found: found[:2])
    return earlier if share >= _SHARED else None


def _name(reading: DocumentReading) -> tuple[str, str]:
    document = reading.document
    return plan_id(document), "".join(document.title.split()) or document.name


def _shared(one: DocumentReading, other: DocumentReading) -> float:
    """Which part of the measured sentences of the shorter text the other has too; 0 where either has none."""
    sentences, others = ({_plain(read.sentence) for read in reading.statements} for reading in (one, other))
    fewer = min(len(sentences), len(others))
    return len(sentences & others) / fewer if fewer else 0.0


def _as_successor(reading: DocumentReading, earlier: DocumentReading) -> DocumentReading:
    """The reading, with its document's version counted on; the same content read again is the same version."""
    old, new = earlier.document, reading.document
    if old.id == new.id:
        return replace(reading, document=replace(new, version=old.version, replaces=old.replaces))
    return replace(reading, document=replace(new, version=old.version + 1, replaces=old.id))


def _moves(earlier: DocumentReading, reading: DocumentReading) -> dict[str, str]:
    """Anchor by anchor, where the statements of the old reading stand in the new one."""
    anchors = {read.anchor for read in reading.statements}
    if earlier.document.id == reading.document.id:
        places = {read.statement.span: read.anchor for read in reading.statements}
        return {
            read.anchor: places[read.statement.span]
            for read in earlier.statements
            if read.anchor not in anchors and read.statement.span in places
        }
    found = dict(_by_words(reading.statements))
    return {anchor: found[words] for words, anchor in _by_words(earlier.statements) if words in found}


def _by_words(statements: Sequence[ReadStatement]) -> Iterator[tuple[tuple[str, str, int], str]]:
    """Each statement's sentence, number and turn, blanks aside, with its anchor."""
    turns: dict[tuple[str, str], int] = defaultdict(int)
    for read in statements:
        words = _plain(read.sentence), _plain(read.statement.text)
        turns[words] += 1
        yield (*words, turns[words]), read.anchor


def _plain(text: str) -> str:
    return "".join(text.split())


def _move(decision: Decision, moved: Mapping[str, str]) -> Decision:
    values = decision.values
    if decision.action is DecisionAction.MERGE:
        values = tuple((field, moved.get(value, value)) for field, value in values)
    return replace(decision, anchor=moved.get(decision.anchor, decision.anchor), values=values)
