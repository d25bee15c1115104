"""Whatever words a document holds, every format writes them."""

import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.model.extraction import Extraction
from lantu.publishing.json_lines import write_json_lines
from lantu.publishing.options import Options, What
from lantu.publishing.registry import FORMATS
from tests.fakes.extractions import sample_extraction

#: Surrogates included: a broken UTF-16 file may leave one behind.
WORDS = st.text(st.characters(exclude_categories=()), max_size=40)
VALUES = st.decimals(allow_nan=False, allow_infinity=False, places=4)


def extraction_of(words: str, value: Decimal) -> Extraction:
    sample = sample_extraction()
    statement = sample.statements[0]
    return replace(
        sample,
        statements=(
            replace(
                statement, subject=words, scope=words, quantity=replace(statement.quantity, value=value, unit=words)
            ),
        ),
        tasks=(replace(sample.tasks[0], heading=words, text=words, headings=(words,), statements=(0,)),),
        projects=(replace(sample.projects[0], name=words, places=(words,)),),
        findings=(replace(sample.findings[0], message=words, remedy_en=words),),
    )


@pytest.mark.parametrize("name", FORMATS)
@settings(suppress_health_check=[HealthCheck.differing_executors])
@given(words=WORDS, value=VALUES)
def test_every_format_writes_any_words(name: str, words: str, value: Decimal) -> None:
    for what in What:
        assert b"".join(FORMATS[name].write([extraction_of(words, value)], Options(what=what)))
        if FORMATS[name].is_whole:
            break


@given(words=WORDS, value=VALUES)
def test_json_lines_give_back_what_was_written(words: str, value: Decimal) -> None:
    written = b"".join(write_json_lines([extraction_of(words, value)], Options())).decode()
    record = json.loads(written, parse_float=Decimal, parse_int=Decimal)
    assert (record["subject"], record["value"]) == (words, value)
    assert written.count("\n") == 1


@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40))
def test_a_workbook_gives_back_what_was_written(words: str) -> None:
    written = b"".join(FORMATS["xlsx"].write([extraction_of(words, Decimal(1))], Options()))
    assert openpyxl.load_workbook(BytesIO(written))["量化表述"]["C2"].value == words
