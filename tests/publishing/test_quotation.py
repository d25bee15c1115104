from dataclasses import replace

from lantu.publishing.quotation import clean_range, findings_of, heading_path, quote
from lantu.text.span import Span
from tests.fakes.extractions import find, sample_document, sample_extraction


def test_a_number_broken_by_the_page_is_quoted_whole() -> None:
    document = sample_document()
    assert quote(document, find(document, "512.7\n亿斤")) == "512.7亿斤"


def test_an_empty_span_is_an_empty_quotation() -> None:
    assert quote(sample_document(), Span(5, 5)) == ""


def test_a_span_of_which_nothing_was_kept_is_an_empty_range() -> None:
    document = sample_document()
    start, end = clean_range(document, Span(len(document.source.text) - 1, len(document.source.text)))
    assert start == end


def test_the_path_of_a_block_is_its_headings_from_the_root() -> None:
    assert heading_path(sample_document(), 8) == ("第一章 发展目标", "第一节 主要目标", "专栏1 主要指标")


def test_a_block_that_is_not_there_has_no_path() -> None:
    assert heading_path(sample_document(), -1) == ()


def test_a_finding_that_reading_and_extracting_both_report_is_listed_once() -> None:
    extraction = sample_extraction()
    both = replace(extraction, document=replace(extraction.document, findings=extraction.findings))
    assert findings_of(both) == extraction.findings
