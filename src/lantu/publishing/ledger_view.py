"""A ledger with everything in it found by its name: what writers of ledgers look things up in."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from lantu.model.assessment import Assessment
from lantu.model.indicator import Indicator
from lantu.model.ledger import Baseline, Ledger, LedgerDocument, Observation, Plan, SourceRef, Target
from lantu.publishing.ledger_words import term
from lantu.publishing.options import Language
from lantu.vocabulary.indicators import indicators


class LedgerView:
    """A ledger, its assessments, and the language in which it is shown."""

    def __init__(self, ledger: Ledger, assessments: Iterable[Assessment], language: Language) -> None:
        self.ledger = ledger
        self.language = language
        self.assessments = {assessment.target: assessment for assessment in assessments}

    def term(self, key: str) -> str:
        """The word for a key in the language shown."""
        return term(key, self.language)

    def yes(self, *, holds: bool) -> str:
        """是 for what holds, nothing for what does not."""
        return self.term("yes") if holds else ""

    def told(self, zh: str, en: str) -> str:
        """The text in the language shown."""
        return en if self.language is Language.EN else zh

    def indicator(self, code: str) -> Indicator:
        """The indicator with that code."""
        return self._indicators[code]

    def indicator_name(self, code: str) -> str:
        """The indicator's name; that of the vocabulary for a candidate that the ledger does not hold."""
        found = self._indicators.get(code) or indicators().get(code)
        return found.name if found else code

    def plan_title(self, plan: str) -> str:
        """The plan's title with its period."""
        found = self._plans.get(plan)
        if found is None:
            return plan
        return found.title if found.period in found.title or not found.period else f"{found.title}（{found.period}）"

    def document_name(self, document: str) -> str:
        """The document's title; for one that the ledger does not hold, its id."""
        found = self._documents.get(document)
        return (found.title or found.name) if found else document

    def documents_of(self, sources: Iterable[SourceRef]) -> str:
        """The titles of the documents that the sources stand in, each once."""
        return "；".join(dict.fromkeys(self.document_name(source.document) for source in sources))

    def target_name(self, target: str) -> str:
        """The indicator of the target with that id."""
        return self.indicator_name(self._targets[target].indicator)

    def baseline(self, target: Target) -> Baseline | None:
        """The base value that belongs to a target: the one its assessment took, else the latest before its time."""
        assessment = self.assessments.get(target.id)
        taken = self._baselines_by_id.get(assessment.baseline) if assessment else None
        if taken is not None:
            return taken
        same = [base for base in self._baselines.get((target.indicator, target.scope), ()) if base.period]
        before = [base for base in same if base.period[-4:] < (target.period[-4:] or "9999")]
        return max(before, key=lambda base: base.period, default=None)

    def source_of(self, anchor: str) -> tuple[str, SourceRef] | None:
        """What the statement with that anchor is used as, ``target`` or ``result``, and where it stands."""
        return self._sources.get(anchor)

    @cached_property
    def target_counts(self) -> Counter[str]:
        """How many targets each indicator has."""
        return Counter(target.indicator for target in self.ledger.targets)

    @cached_property
    def observation_counts(self) -> Counter[str]:
        """How many observations each indicator has."""
        return Counter(observation.indicator for observation in self.ledger.observations)

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.code: indicator for indicator in self.ledger.indicators}

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        return {plan.id: plan for plan in self.ledger.plans}

    @cached_property
    def _documents(self) -> dict[str, LedgerDocument]:
        return {document.id: document for document in self.ledger.documents}

    @cached_property
    def _targets(self) -> dict[str, Target]:
        return {target.id: target for target in self.ledger.targets}

    @cached_property
    def _baselines_by_id(self) -> dict[str, Baseline]:
        return {baseline.id: baseline for baseline in self.ledger.baselines}

    @cached_property
    def _baselines(self) -> dict[tuple[str, str], list[Baseline]]:
        found: dict[tuple[str, str], list[Baseline]] = {}
        for baseline in self.ledger.baselines:
            found.setdefault((baseline.indicator, baseline.scope), []).append(baseline)
        return found

    @cached_property
    def _sources(self) -> dict[str, tuple[str, SourceRef]]:
        uses: tuple[tuple[str, tuple[Target, ...] | tuple[Observation, ...]], ...] = (
            ("result", self.ledger.observations),
            ("target", self.ledger.targets),
        )
        return {source.anchor: (use, source) for use, values in uses for value in values for source in value.sources}
