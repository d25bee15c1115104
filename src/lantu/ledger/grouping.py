"""Statements that say the same thing, put together: one promise, or one figure, with all its sources."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lantu.ledger.anchors import digest_of
from lantu.ledger.figures import canonical, period_key
from lantu.ledger.linking import Linked
from lantu.model.document import DocumentKind
from lantu.model.indicator import Indicator
from lantu.model.ledger import Decision, DecisionAction, LedgerDocument, SourceRef
from lantu.model.statement import Statement, StatementKind

#: Whose word counts first when several documents make one promise.
_AUTHORITY = (
    DocumentKind.OUTLINE.value,
    DocumentKind.SPECIAL_PLAN.value,
    DocumentKind.REGIONAL_PLAN.value,
    DocumentKind.ACTION_PLAN.value,
    DocumentKind.NOTICE.value,
    DocumentKind.WORK_REPORT.value,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that state the same thing, the most authoritative first.

    Attributes:
        key: What they have in common, as a digest; the group's name, whoever its members are.
        scope: The part of the jurisdiction that they are about, or "".
        members: The statements; those that a person merged into the group stand last.
    """

    key: str
    scope: str
    members: tuple[Linked, ...]

    @property
    def first(self) -> Linked:
        """The member whose words and value stand for the group."""
        return self.members[0]

    @property
    def statement(self) -> Statement:
        """The statement that stands for the group."""
        return self.members[0].read.statement

    @property
    def indicator(self) -> Indicator:
        """The indicator of the group."""
        return self.members[0].indicator

    @property
    def sources(self) -> tuple[SourceRef, ...]:
        """Where the members stand."""
        return tuple(map(source_of, self.members))


@dataclass(frozen=True, slots=True)
class Groupings:
    """What people put together and kept apart.

    Attributes:
        merges: Anchor of a statement to the anchor of the one whose group it joins.
        splits: Anchors of statements that stand alone.
    """

    merges: Mapping[str, str] = field(default_factory=dict)
    splits: frozenset[str] = frozenset()

    def goal(self, anchor: str) -> str:
        """The anchor whose group a statement belongs to: its own, unless a person merged it into another's."""
        while anchor in self.merges:
            anchor = self.merges[anchor]
        return anchor


def read_groupings(decisions: Sequence[Decision]) -> Groupings:
    """The merges and splits that hold after all decisions; of two on one statement the later one counts."""
    merges: dict[str, str] = {}
    splits: set[str] = set()
    for decision in decisions:
        if decision.action is DecisionAction.MERGE:
            into = dict(decision.values).get("into", "")
            # A statement that already joined this one's group cannot lead it: the two are together as it is.
            if Groupings(merges).goal(into) != decision.anchor:
                merges[decision.anchor] = into
            splits.discard(decision.anchor)
        elif decision.action is DecisionAction.SPLIT:
            splits.add(decision.anchor)
            merges.pop(decision.anchor, None)
    return Groupings(merges, frozenset(splits))


def group_statements(
    linked: Sequence[Linked],
    documents: Mapping[str, LedgerDocument],
    groupings: Groupings = Groupings(),
    region_code: str = "",
) -> dict[StatementKind, list[Group]]:
    """The statements of each kind, put together where they say the same; the most authoritative group first.

    Args:
        linked: The statements.
        documents: The documents by id.
        groupings: What people merged and split.
        region_code: The region of the ledger; what a document of a place within it says is about that place.
    """
    by_anchor = {each.read.anchor: each for each in linked}
    grouped: dict[tuple[StatementKind, str], list[Linked]] = defaultdict(list)
    scopes: dict[str, str] = {}
    for each in linked:
        kind = each.read.statement.kind
        goal = by_anchor.get(groupings.goal(each.read.anchor))
        leader = goal if goal is not None and goal.read.statement.kind is kind else each
        scope = scope_of(leader, documents, region_code)
        key = leader.read.anchor if leader.read.anchor in groupings.splits else _key(leader, scope)
        grouped[kind, key].append(each)
        scopes[key] = scope
    groups: dict[StatementKind, list[Group]] = {kind: [] for kind in StatementKind}
    for (kind, key), members in grouped.items():
        ordered = sorted(members, key=lambda each: (each.read.anchor in groupings.merges, *authority(each, documents)))
        groups[kind].append(Group(key, scopes[key], tuple(ordered)))
    return {
        kind: sorted(found, key=lambda group: (authority(group.first, documents), group.key))
        for kind, found in groups.items()
    }


def document_id(linked: Linked) -> str:
    """The id of the document that a statement stands in."""
    return linked.read.anchor.split("-", 1)[0]


def source_of(linked: Linked) -> SourceRef:
    """Where a statement stands."""
    statement = linked.read.statement
    return SourceRef(
        document=document_id(linked),
        span=statement.span,
        text=statement.text,
        sentence=linked.read.sentence,
        page=statement.page,
        headings=linked.read.headings,
        anchor=linked.read.anchor,
    )


def scope_of(linked: Linked, documents: Mapping[str, LedgerDocument], region_code: str) -> str:
    """The part that a statement is about; in a document of a place within the ledger's region, that place."""
    document, scope = documents[document_id(linked)], linked.read.statement.scope
    if not region_code or not document.region_code or document.region_code == region_code:
        return scope
    return scope if scope.startswith(document.region) else f"{document.region}{scope}"


def authority(linked: Linked, documents: Mapping[str, LedgerDocument]) -> tuple[int, int, str, int]:
    """Sorts the most authoritative statement first: by kind of document, tables before text, then by place."""
    document = documents[document_id(linked)]
    rank = _AUTHORITY.index(document.kind) if document.kind in _AUTHORITY else len(_AUTHORITY)
    statement = linked.read.statement
    return rank, 0 if statement.cell else 1, document.id, statement.span.start


def _key(linked: Linked, scope: str) -> str:
    statement = linked.read.statement
    parts = (
        linked.indicator.code,
        scope,
        period_key(statement.period, statement.measure),
        statement.measure.value,
    )
    return digest_of(*parts, *map(str, canonical(statement.quantity)))
