"""Measurements replace what stands between a page's markers and leave the rest."""

import pytest

from benchmarks.report import MissingMarkersError, table, write_between


def test_a_new_page_begins_with_its_title(tmp_path):
    page = tmp_path / "docs" / "speed.md"
    write_between(page, "speed", "fast", start="# Speed\n")
    assert page.read_text(encoding="utf-8") == "# Speed\n\n<!-- speed: begin -->\nfast\n<!-- speed: end -->\n"


def test_words_around_the_markers_stay(tmp_path):
    page = tmp_path / "speed.md"
    page.write_text("before\n<!-- speed: begin -->\nold\n<!-- speed: end -->\nafter\n", encoding="utf-8")
    write_between(page, "speed", "new")
    assert page.read_text(encoding="utf-8") == "before\n<!-- speed: begin -->\nnew\n<!-- speed: end -->\nafter\n"


def test_a_page_without_markers_is_not_overwritten(tmp_path):
    page = tmp_path / "speed.md"
    page.write_text("by hand\n", encoding="utf-8")
    with pytest.raises(MissingMarkersError):
        write_between(page, "speed", "new")
    assert page.read_text(encoding="utf-8") == "by hand\n"


def test_a_table_sets_figures_to_the_right():
    assert table(["", "n"], [("a", "1")]) == "|  | n |\n| --- | ---: |\n| a | 1 |"
