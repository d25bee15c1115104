"""Laws of extraction: it never fails, it quotes what is there, and it says the same thing twice."""

from itertools import pairwise

from lantu.extraction.pipeline import extract
from lantu.reading.documents import read_document
from lantu.text.source import Source
from lantu.text.span import Span
from tests.property.strategies import for_any_text


def _extract(text):
    return extract(read_document(Source("any.txt", text)))


@for_any_text
def test_a_statement_is_what_stands_at_its_span(text):
    whole = Span(0, len(text))
    for statement in _extract(text).statements:
        assert len(statement.span) > 0
        assert whole.contains(statement.span)
        assert whole.contains(statement.sentence)
        assert text[statement.span.start : statement.span.end] == statement.text


@for_any_text
def test_tasks_projects_and_findings_stand_in_the_original(text):
    extraction = _extract(text)
    notes = [note for task in extraction.tasks for note in task.responsibilities]
    spans = [item.span for item in (*extraction.tasks, *extraction.projects, *extraction.findings, *notes)]
    spans += [unit.span for note in notes for unit in note.units]
    assert [span for span in spans if not Span(0, len(text)).contains(span)] == []
    assert [note for note in notes if text[note.span.start : note.span.end] != note.text] == []


@for_any_text
def test_statements_are_sorted_and_do_not_overlap(text):
    spans = [statement.span for statement in _extract(text).statements]
    assert [(left, right) for left, right in pairwise(spans) if left.end > right.start] == []


@for_any_text
def test_the_same_text_gives_the_same_extraction(text):
    assert _extract(text) == _extract(text)


@for_any_text
def test_extracting_twice_from_one_document_changes_nothing(text):
    document = read_document(Source("any.txt", text))
    first = extract(document)
    assert extract(document) == first
    assert document == read_document(Source("any.txt", text))


@for_any_text
def test_a_number_of_a_statement_is_exact_and_finite(text):
    for statement in _extract(text).statements:
        for value in (statement.quantity.value, statement.quantity.high):
            assert value is None or value.is_finite()


@for_any_text
def test_tasks_name_statements_that_stand_in_them(text):
    extraction = _extract(text)
    for task in extraction.tasks:
        for index in task.statements:
            assert task.span.contains(extraction.statements[index].span)
