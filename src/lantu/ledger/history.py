"""How a value of the ledger came to be: read from which document, changed by whom, when and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lantu.ledger.decisions import corrected
from lantu.ledger.store import LedgerFile
from lantu.model.ledger import Baseline, Decision, DecisionAction, LedgerDocument, Observation, SourceRef, Target
from lantu.model.reading import ReadStatement
from lantu.model.statement import Statement
from lantu.vocabulary.indicators import indicators


class EventKind(StrEnum):
    """What happened to a value (变动)."""

    READ = "read"  # 读自文件
    BROUGHT = "brought"  # 来自数据表
    REPLACED = "replaced"  # 原文更新
    CONFIRMED = "confirmed"  # 人工确认
    CORRECTED = "corrected"  # 人工更正
    REJECTED = "rejected"  # 人工否决
    LINKED = "linked"  # 人工关联
    UNLINKED = "unlinked"  # 取消关联
    MERGED = "merged"  # 并入
    SPLIT = "split"  # 拆出


@dataclass(frozen=True, slots=True)
class Event:
    """One step in a value's history.

    Attributes:
        kind: What happened.
        anchor: The statement that it happened to; "" for a row of a table.
        source: Where the value stands; None for a decision.
        text: What happened, in Chinese.
        text_en: The same in English.
        who: Who decided; "" for a reading.
        when: When; for a reading the document's date.
        why: The reason given.
        changes: What a correction changed, as (field, before, after).
    """

    kind: EventKind
    anchor: str
    text: str
    text_en: str
    source: SourceRef | None = None
    who: str = ""
    when: str = ""
    why: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()


_KINDS = {
    DecisionAction.CONFIRM: EventKind.CONFIRMED,
    DecisionAction.CORRECT: EventKind.CORRECTED,
    DecisionAction.SET_PERIOD: EventKind.CORRECTED,
    DecisionAction.REJECT: EventKind.REJECTED,
    DecisionAction.LINK: EventKind.LINKED,
    DecisionAction.UNLINK: EventKind.UNLINKED,
    DecisionAction.MERGE: EventKind.MERGED,
    DecisionAction.SPLIT: EventKind.SPLIT,
}
_WORDS = {
    EventKind.CONFIRMED: ("人工确认", "confirmed"),
    EventKind.CORRECTED: ("人工更正", "corrected"),
    EventKind.REJECTED: ("人工否决", "rejected"),
    EventKind.LINKED: ("人工关联到", "linked to "),
    EventKind.UNLINKED: ("取消关联", "unlinked"),
    EventKind.MERGED: ("并入", "merged into "),
    EventKind.SPLIT: ("拆出单列", "split off"),
}


def history_of(value: Target | Observation | Baseline, contents: LedgerFile) -> tuple[Event, ...]:
    """The history of a value, source by source, each from its reading to the last decision on it."""
    documents = {document.id: document for document in contents.ledger.documents}
    statements = {read.anchor: read for reading in contents.readings for read in reading.statements}
    events: list[Event] = []
    for source in value.sources:
        document = documents[source.document]
        read = statements.get(source.anchor)
        if read is None:
            events.append(_brought(source, document))
        else:
            events.extend(_statement_events(read, source, document, contents.decisions))
    return tuple(events)


def history_of_statement(anchor: str, contents: LedgerFile) -> tuple[Event, ...]:
    """The history of one statement, rejected ones among them; empty where no document holds it."""
    for reading in contents.readings:
        for read in reading.statements:
            if read.anchor == anchor:
                span, text = read.statement.span, read.statement.text
                source = SourceRef(
                    reading.document.id, span, text, read.sentence, read.statement.page, read.headings, anchor
                )  # fmt: skip
                return tuple(_statement_events(read, source, reading.document, contents.decisions))
    return ()


def _brought(source: SourceRef, document: LedgerDocument) -> Event:
    row = source.span.start
    return Event(
        EventKind.BROUGHT,
        "",
        f"来自数据表《{document.name}》第{row}行：{source.text}",
        f"from row {row} of {document.name}: {source.text}",
        source,
        when=document.date,
    )


def _statement_events(
    read: ReadStatement, source: SourceRef, document: LedgerDocument, decisions: Sequence[Decision]
) -> Iterator[Event]:
    title = document.title or document.name
    yield Event(
        EventKind.READ,
        read.anchor,
        f"读自《{title}》：{source.text}",
        f"read from {title}: {source.text}",
        source,
        when=document.date,
    )
    if document.replaces:
        yield Event(
            EventKind.REPLACED,
            read.anchor,
            f"该文件为第{document.version}版，替换了{document.replaces}",
            f"version {document.version} of the document, in the place of {document.replaces}",
            source,
            when=document.date,
        )
    statement = read.statement
    for decision in decisions:
        if decision.anchor == read.anchor:
            after = corrected(statement, decision)
            yield _decided(decision, statement, after)
            statement = after


def _decided(decision: Decision, before: Statement, after: Statement) -> Event:
    kind = _KINDS[decision.action]
    changes = tuple(
        (field, _shown(before, field), _shown(after, field))
        for field, _ in decision.values
        if kind is EventKind.CORRECTED
    )
    what, what_en = _words(kind, dict(decision.values), changes)
    who = f"{decision.who}" if decision.who else ""
    because, because_en = (f"（{decision.why}）", f" ({decision.why})") if decision.why else ("", "")
    return Event(
        kind,
        decision.anchor,
        f"{who}{what}{because}",
        f"{what_en}{f' by {who}' if who else ''}{because_en}",
        who=decision.who,
        when=decision.when,
        why=decision.why,
        changes=changes,
    )


def _words(kind: EventKind, values: dict[str, str], changes: Sequence[tuple[str, str, str]]) -> tuple[str, str]:
    zh, en = _WORDS[kind]
    if kind is EventKind.LINKED:
        code = values["indicator"]
        known = indicators().get(code)
        return f"{zh}{code}{known.name if known else ''}", f"{en}{code}"
    if kind is EventKind.MERGED:
        return f"{zh}{values['into']}", f"{en}{values['into']}"
    detail = "，".join(f"{field}由“{old}”改为“{new}”" for field, old, new in changes)
    detail_en = ", ".join(f"{field} from “{old}” to “{new}”" for field, old, new in changes)
    return f"{zh}{'：' if detail else ''}{detail}", f"{en}{': ' if detail else ''}{detail_en}"


def _shown(statement: Statement, field: str) -> str:
    """A field of a statement as a decision writes it."""
    if field in ("value", "high", "unit", "comparator"):
        held = getattr(statement.quantity, field)
        return "" if held is None else str(held)
    return str(getattr(statement, field))
