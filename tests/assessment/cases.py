"""Case files of assessments, as a ledger with one promise.

A case file (tests/cases/assessment/*.toml) lists cases that a planning official can read:

    name        what the case shows
    indicator   an indicator of the vocabulary by its name; any other name is one that a document brought along
    target      the promise, as below
    tabled      true where it stands in an indicator table
    plan        the years of the plan, where they are not those around the target's year
    horizon     plan (usual), annual or long
    scope       the place or population, where it is not the whole
    base        the plan's own base, as below
    known       what was reported, as below; a figure of another indicator has its name and a colon before it
    as_of       the date of the judgement
    status, rule, reason
                what is expected, the reason word for word
    needed      what is still needed, with its kind: growth_per_year, amount or points
    required    what the path asks for by then

A promise or a figure is written as people write it: 2025 ≥69%, 2021-2025 年均增长6%, 2021-2025 [下降12%],
2023 完成46.2万人, 无期限 4500亿元, 2021-2025 每年完成≥45万人, 2025 每县完成1个, 2024 增长5.3% 全国 (全省 for the whole); 预计 or
已确认 may follow a figure, 《2024》 the year in which it was published. Brackets are those of an indicator table: for the
whole period.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from lantu.extraction.open_targets import classify_open_target
from lantu.model.indicator import Indicator
from lantu.model.ledger import (
    Baseline,
    Horizon,
    Ledger,
    LedgerDocument,
    Observation,
    SourceRef,
    Target,
)
from lantu.model.statement import Comparator, Measure, Quantity
from lantu.text.span import Span
from lantu.units import split_multiplier
from lantu.vocabulary.indicators import indicators
from lantu.vocabulary.matching import own_indicator

FOLDER = Path(__file__).parents[1] / "cases" / "assessment"
_FIGURE = re.compile(
    r"(?P<period>\d{4}(?:-\d{4})?|无期限)\s+(?P<words>(?P<each>每年)?(?:每县)?(?P<bracket>\[)?(?:年均|累计|较\d{4}年)?"
    r"(?P<verb>增长|提高|上涨|下降|减少|完成|新增|达到|降至|翻)?(?P<op>[≥>≤<≈])?"
    r"(?P<figure>(?P<value>-?[\d.]+)(?:–(?P<high>[\d.]+))?(?P<unit>[^\s\]]*))\]?)"
    r"(?P<scope>\s+(?!预计|已确认|《)\S+)?(?P<mark>\s+(?:预计|已确认))?(?:\s+《(?P<published>\d{4})》)?"
)
_MEASURES = {"增长": Measure.GROWTH, "提高": Measure.GROWTH, "上涨": Measure.GROWTH, "翻": Measure.GROWTH,
             "下降": Measure.DECLINE, "减少": Measure.DECLINE, "完成": Measure.FLOW, "新增": Measure.FLOW}  # fmt: skip
_OPS = {"≥": Comparator.GE, ">": Comparator.GT, "≤": Comparator.LE, "<": Comparator.LT, "≈": Comparator.APPROX}


def read_case_files() -> Iterator[tuple[str, dict]]:
    """Every case with the name of its file."""
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["case"]:
            yield path.stem, case


def ledger_of(case: dict) -> Ledger:
    """The ledger that a case describes: one target, its base, and what is known."""
    indicator = indicator_named(case["indicator"], case["target"])
    target = read_target(case, indicator)
    base = _baseline(case, indicator)
    named = {indicator.code: indicator}
    observations = [base_observation(base)] if base else []
    for number, line in enumerate(case.get("known", ())):
        name, _, text = line.rpartition("：")
        other = indicator_named(name, text) if name else indicator
        named[other.code] = other
        observations.append(read_observation(text, other.code, number, case.get("scope", "")))
    published = {source.document for observation in observations for source in observation.sources}
    return Ledger(
        documents=tuple(LedgerDocument(name, name, date=name) for name in sorted(published)),
        indicators=tuple(named.values()),
        baselines=(base,) if base else (),
        targets=(target,),
        observations=tuple(observations),
    )


def as_of(case: dict) -> date:
    """The date of a case's judgement."""
    return case["as_of"] if isinstance(case["as_of"], date) else date.fromisoformat(case["as_of"])


def indicator_named(name: str, text: str) -> Indicator:
    """The indicator of that name, or one that a document brought along."""
    for indicator in indicators().values():
        if indicator.name == name:
            return indicator
    _, quantity, measure = _parts(text) if _FIGURE.fullmatch(text) else _open(text)
    return own_indicator(name, quantity.unit, measure)


def read_target(case: dict, indicator: Indicator) -> Target:
    """The promise of a case."""
    text = case["target"]
    found = _FIGURE.fullmatch(text)
    period, quantity, measure = _parts(text) if found else _open(text)
    horizon = Horizon(case.get("horizon", "plan"))
    kind = "work-report" if horizon is Horizon.ANNUAL else "outline"
    return Target(
        id="target",
        indicator=indicator.code,
        plan=f"{kind}:0:{case.get('plan', '')}",
        scope=case.get("scope", ""),
        period=period,
        horizon=horizon,
        measure=measure,
        quantity=quantity,
        cumulative=bool(found and found["bracket"]),
        sources=(_source(text, found, "plan"),),
        tabled=case.get("tabled", False) or bool(found and found["bracket"]),
    )


def _parts(text: str) -> tuple[str, Quantity, Measure]:
    found = _FIGURE.fullmatch(text)
    assert found is not None, f"not written as the format says: {text}"
    multiplier, unit = split_multiplier(found["unit"].replace("个百分点", "百分点"))
    comparator = _OPS.get(found["op"] or "", Comparator.EQ)
    high = Decimal(found["high"]) * multiplier if found["high"] else None
    quantity = Quantity(
        Decimal(found["value"]) * multiplier, unit, Comparator.RANGE if high is not None else comparator, high
    )
    years = found["period"].removeprefix("无期限")
    period = f"annual:{years}" if found["each"] else years
    return period, quantity, _MEASURES.get(found["verb"] or "", Measure.LEVEL)


def _open(text: str) -> tuple[str, Quantity, Measure]:
    period, _, words = text.partition(" ")
    growth, words = words.startswith("增长"), words.removeprefix("增长")
    form = classify_open_target(words)
    assert form is not None, f"neither a number nor an open target: {text}"
    quantity = Quantity(None, "", form.comparator, open_target=form.kind, words=words, reference=form.reference)
    return period, quantity, Measure.GROWTH if growth else Measure.LEVEL


def _source(text: str, found: re.Match[str] | None, document: str) -> SourceRef:
    if found is None:
        return SourceRef(document, Span(0, 1), text, text)
    return SourceRef(document, Span(0, 1), found["figure"], found["words"])


def read_observation(text: str, code: str, number: int, scope: str = "") -> Observation:
    """One reported figure."""
    period, quantity, measure = _parts(text)
    found = _FIGURE.fullmatch(text)
    where = (found["scope"] or "").strip()
    if quantity.value < 0 and measure is Measure.GROWTH:
        quantity, measure = Quantity(-quantity.value, quantity.unit, quantity.comparator), Measure.DECLINE
    return Observation(
        id=f"o{number}",
        indicator=code,
        scope="" if where == "全省" else where or scope,
        period=period,
        measure=measure,
        quantity=quantity,
        estimated="预计" in (found["mark"] or ""),
        confirmed="已确认" in (found["mark"] or ""),
        cumulative=bool(found["bracket"]),
        tabled=bool(found["bracket"]),
        sources=(_source(text, found, found["published"] or "report"),),
    )


def _baseline(case: dict, indicator: Indicator) -> Baseline | None:
    if "base" not in case:
        return None
    period, quantity, measure = _parts(case["base"])
    return Baseline("base", indicator.code, case.get("scope", ""), period, measure, quantity, ())


def base_observation(base: Baseline) -> Observation:
    """What the plan's table says of the base year is a report too."""
    return Observation("base", base.indicator, base.scope, base.period, base.measure, base.quantity, tabled=True)
