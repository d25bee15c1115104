"""Measured statements against the annotations: the figures of the annotators' score.py, for each document and for all."""

from collections import Counter
from dataclasses import dataclass
from types import ModuleType

from benchmarks.gold import Row

#: Fields that count towards a whole frame, beside value and subject.
_FRAME = ("kind", "op", "period")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted in one document or, added up, in several.

    Attributes:
        predicted: Statements that Lantu found.
        gold: Statements that the annotators found.
        pairs: Those that are the same statement.
        agreeing: For each field, how many pairs agree; ``frame`` counts pairs that agree in every field.
    """

    predicted: int
    gold: int
    pairs: int
    agreeing: Counter[str]

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.predicted + other.predicted,
            self.gold + other.gold,
            self.pairs + other.pairs,
            self.agreeing + other.agreeing,
        )

    def figures(self, score: ModuleType) -> dict[str, float]:
        """The figures by their names in score.py."""
        precision, recall, detected = score.f1(self.pairs, self.predicted, self.gold)
        shares = {
            field: self.agreeing[field] / self.pairs if self.pairs else 0.0
            for field in ("value", *score.FIELDS, "subject")
        }
        frame = score.f1(self.agreeing["frame"], self.predicted, self.gold)[2]
        return {"precision": precision, "recall": recall, "detected": detected, **shares, "frame": frame}


def tally(predicted: list[Row], gold: list[Row], score: ModuleType) -> Tally:
    """The counts for one document."""
    pairs, _, _ = score.pair(predicted, gold)
    agreeing: Counter[str] = Counter()
    for prediction, truth in pairs:
        agreement = {field: score.agrees(field, prediction, truth) for field in score.FIELDS}
        agreement["value"] = score.same_value(prediction, truth)
        agreement["subject"] = score.same_subject(prediction, truth)
        agreement["frame"] = all(agreement[field] for field in ("value", "subject", *_FRAME))
        agreeing.update(field for field, agrees in agreement.items() if agrees)
    return Tally(len(predicted), len(gold), len(pairs), agreeing)
