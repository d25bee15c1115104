"""The reference of the language is read by what it describes: every example in it is true."""

import re
import tomllib
from pathlib import Path

import pytest

from lantu.extraction.pipeline import extract
from lantu.reading.documents import read_document
from lantu.text.source import Source

CONTEXTS = tomllib.loads((Path(__file__).parent / "cases" / "contexts.toml").read_text(encoding="utf-8"))
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "plan-language.md"


def reading(text, context):
    """What a sentence is read as, in the short form of the page."""
    setting = CONTEXTS[context]
    source = Source("example.txt", f"{setting['before']}\n{text}")
    statements = extract(read_document(source, settled=setting["settled"])).statements
    return "; ".join(_short(statement) for statement in statements) or "nothing"


def _short(statement):
    quantity = statement.quantity
    value = quantity.words if quantity.value is None else f"{quantity.value.normalize():f}"
    ends = value if quantity.high is None else f"{value}–{quantity.high.normalize():f}"
    parts = [statement.subject, statement.measure.value, f"{quantity.comparator.value} {ends} {quantity.unit}".strip()]
    parts += [part for part in (statement.period, statement.scope, statement.modality) if part]
    return " · ".join(parts)


def _examples():
    context, is_table = "ahead", False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"<!-- context: (\w+) -->", line):
            context = found[1]
        is_table = line == "| text | is read as | why |" or (is_table and line.startswith("| "))
        if is_table and line.startswith("| ") and not line.startswith(("| text |", "| ---")):
            text, reading_of_it, _ = line.removeprefix("| ").split(" | ")
            yield pytest.param(text, context, reading_of_it, id=text)


@pytest.mark.parametrize(("text", "context", "expected"), list(_examples()))
def test_an_example_of_the_reference_is_true(text, context, expected):
    assert reading(text, context) == expected


def test_the_reference_has_examples_for_every_rule():
    assert len(list(_examples())) > 50
