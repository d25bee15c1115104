"""What the sentences of the genre say: cases that a planning official can read, one file a condition.

A case file (cases/*.toml) names the context in which its texts stand (cases/contexts.toml) and lists cases:

    name       what the case shows
    text       a sentence, or a small document with headings
    settled    what is known of the document, where it differs from the context; the context's first line then goes
    says       every statement that the text makes, in order: text, subject, measure, value, unit; high, op (eq), kind,
               period, scope and modality where they are not the context's; open and reference for a goal without number
    none       true where the text makes no statement
    findings   what is reported instead of being dropped, as code and text
    known_gap  why the case is not read rightly yet; it fails as soon as it is, so that the mark goes
"""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.extraction.pipeline import extract
from lantu.reading.documents import read_document
from lantu.text.source import Source

FOLDER = Path(__file__).parent / "cases"
CONTEXTS = tomllib.loads((FOLDER / "contexts.toml").read_text(encoding="utf-8"))
FILES = sorted(path for path in FOLDER.glob("*.toml") if path.name != "contexts.toml")
KEYS = {"name", "text", "context", "settled", "says", "none", "findings", "known_gap"}
STATEMENT_KEYS = {
    *("text", "subject", "measure", "value", "unit", "high", "op", "kind", "period", "scope", "modality"),
    *("open", "reference"),
}


def _cases():
    for path in FILES:
        # Numbers are read as they are printed, never as binary fractions.
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        for case in content["case"]:
            case.setdefault("context", content["context"])
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


CASES = list(_cases())


@pytest.mark.parametrize("case", CASES)
def test_a_text_says(case):
    said = _read(case)
    expected = _expected(case)
    if "known_gap" in case:
        assert said != expected, f"the gap is mended ({case['known_gap']}): take the mark off"
    else:
        assert said == expected


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_written_as_the_format_says(case):
    assert case.keys() <= KEYS
    assert ("says" in case) != ("none" in case) or "findings" in case
    for statement in case.get("says", ()):
        assert statement.keys() <= STATEMENT_KEYS
        assert ("value" in statement) != ("open" in statement)


def test_no_two_cases_are_the_same():
    texts = [(case.values[0]["context"], case.values[0]["text"], str(case.values[0].get("settled"))) for case in CASES]
    assert sorted(text for text in texts if texts.count(text) > 1) == []


def _read(case):
    """What the case's text was read to say, in the words of the case files, and what was reported."""
    context = CONTEXTS[case["context"]]
    settled = context["settled"] | case.get("settled", {})
    heading = "" if "settled" in case else context["before"]
    document = read_document(Source("case.txt", f"{heading}\n{case['text']}".lstrip("\n")), settled=settled)
    extraction = extract(document)
    findings = [{"code": found.code, "text": document.original(found.span)} for found in extraction.findings]
    return [_as_written(statement) for statement in extraction.statements], findings


def _as_written(statement):
    quantity = statement.quantity
    written = {
        "text": statement.text,
        "kind": statement.kind.value,
        "subject": statement.subject,
        "measure": statement.measure.value,
        "op": quantity.comparator.value,
        "period": statement.period,
        "scope": statement.scope,
        "modality": statement.modality,
    }
    if quantity.open_target is not None:
        return written | {"open": quantity.open_target.value, "reference": quantity.reference}
    return written | {"value": quantity.value, "high": quantity.high, "unit": quantity.unit}


def _expected(case):
    context = CONTEXTS[case["context"]]
    statements = []
    for statement in case.get("says", ()):
        is_level = statement["measure"] == "level" and "level_period" in context
        usual = {
            "kind": context["kind"],
            "op": "eq",
            "period": context["level_period"] if is_level else context["period"],
            "scope": "",
            "modality": "",
        }
        usual |= {"reference": ""} if "open" in statement else {"high": None}
        statements.append(usual | statement)
    return statements, case.get("findings", [])
