"""A ledger's figures in the order in which judgements ask for them, made once for all targets."""

from dataclasses import dataclass, field

from lantu.model.indicator import Indicator
from lantu.model.ledger import Baseline, Ledger, Observation
from lantu.vocabulary.indicators import vocabulary
from lantu.vocabulary.relations import RelationKind, related


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a ledger knows, by indicator and scope.

    Attributes:
        indicators: By code.
        observations: Figures by indicator and scope, in the ledger's order.
        baselines: Base values by indicator and scope.
        parts: By code, the indicators that are parts of it (城镇居民收入 of 居民收入).
        proxies: By code, the indicators that stand in for it (粮食产量 for 粮食综合生产能力).
        published: By document, its date, or its period where it has none.
    """

    indicators: dict[str, Indicator] = field(default_factory=dict)
    observations: dict[tuple[str, str], list[Observation]] = field(default_factory=dict)
    baselines: dict[tuple[str, str], list[Baseline]] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    proxies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)

    def figures(self, indicator: str, scope: str) -> list[Observation]:
        """The figures of an indicator for a place or population."""
        return self.observations.get((indicator, scope), [])

    def names(self, codes: tuple[str, ...]) -> str:
        """The names of indicators, as people list them."""
        return "、".join(self.indicators[code].name for code in codes)

    def newest(self, observation: Observation) -> str:
        """When the figure was last published; "" where that is not known."""
        return max((self.published.get(source.document, "") for source in observation.sources), default="")


def gather_evidence(ledger: Ledger) -> Evidence:
    """The evidence of a ledger."""
    evidence = Evidence(
        indicators={indicator.code: indicator for indicator in ledger.indicators},
        published={document.id: document.date or document.period for document in ledger.documents},
    )
    for observation in ledger.observations:
        evidence.observations.setdefault((observation.indicator, observation.scope), []).append(observation)
    for baseline in ledger.baselines:
        evidence.baselines.setdefault((baseline.indicator, baseline.scope), []).append(baseline)
    for code in evidence.indicators:
        _enter_relations(evidence, code)
    return evidence


def _enter_relations(evidence: Evidence, code: str) -> None:
    """What an indicator is to others of the ledger: a part of one, a stand-in for another."""
    for link in vocabulary().links.get(code, ()):
        other = evidence.indicators.get(link.code)
        relation = related(evidence.indicators[code], other) if other else None
        if relation is None or relation.code != code:
            continue
        if relation.kind is RelationKind.PART_OF:
            evidence.parts[relation.other] = (*evidence.parts.get(relation.other, ()), code)
        elif relation.kind is RelationKind.PROXY_FOR:
            evidence.proxies[relation.other] = (*evidence.proxies.get(relation.other, ()), code)
