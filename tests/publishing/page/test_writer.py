import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from lantu.publishing.findings_html import STYLES as FINDINGS_STYLES
from lantu.publishing.options import Language, Options
from lantu.publishing.page.labels import page_words
from lantu.publishing.page.shell import SCRIPTS, STYLES, policy, script, script_json
from lantu.publishing.page.writer import write_page
from tests.fakes.extractions import TEXT, sample_extraction

_VOID = {"meta", "br", "input"}


class Outline(HTMLParser):
    """Elements with their attributes, and whether each was closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.text[tag] = self.text.get(tag, "") + data


def page(*extractions: object, language: Language = Language.ZH) -> str:
    return b"".join(write_page(extractions or [sample_extraction()], Options(language=language))).decode()  # type: ignore[arg-type]


def test_every_element_is_closed_where_it_should_be() -> None:
    outline = Outline(page(sample_extraction(), sample_extraction(name="另一份.txt")))
    assert outline.open == []


def test_nothing_is_fetched_from_anywhere() -> None:
    for tag, attributes in Outline(page()).elements:
        assert tag not in {"link", "img", "iframe", "object", "base"}
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in page()
    assert "@import" not in page()


def test_only_the_pages_own_script_and_style_may_run() -> None:
    (content,) = [each["content"] for tag, each in Outline(page()).elements if each.get("http-equiv")]
    assert content == policy()
    assert "default-src 'none'" in policy()
    assert "unsafe" not in policy()
    for _, attributes in Outline(page()).elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_every_id_is_there_once() -> None:
    ids = [each["id"] for _, each in Outline(page(sample_extraction(), sample_extraction())).elements if "id" in each]
    assert len(ids) == len(set(ids))


def test_every_link_leads_to_an_element_of_the_page() -> None:
    elements = Outline(page()).elements
    ids = {attributes.get("id") for _, attributes in elements}
    assert {attributes["href"][1:] for _, attributes in elements if attributes.get("href")} <= ids  # type: ignore[index]


def test_the_document_is_there_word_for_word() -> None:
    extraction = sample_extraction()
    shown = re.sub(r"\s", "", Outline(page()).text["article"])
    assert shown == re.sub(r"\s", "", extraction.document.clean.text)


def test_headings_are_headings_boxes_are_boxes_and_tables_are_tables() -> None:
    markup = page()
    assert '<h1 id="d0-b0" class="title">云岭省第十五个五年规划纲要</h1>' in markup
    assert '<h2 id="d0-b2" class="heading">第一章 发展目标</h2>' in markup
    assert '<section class="frame">\n<h4 id="d0-b6" class="box">专栏1 主要指标</h4>' in markup
    assert '<th scope="col">指标</th>' in markup


def test_a_statement_is_marked_by_its_kind() -> None:
    markup = page()
    assert '<a class="m target" id="d0-s0" href="#d0-s0" tabindex="-1" data-k="s0">512.7亿斤</a>' in markup
    assert (
        '<a class="m target open" id="d0-s2" href="#d0-s2" tabindex="-1" data-k="s2">与经济增长基本同步</a>' in markup
    )
    assert '<a class="m result" id="d0-s3" href="#d0-s3" tabindex="-1" data-k="s3">41</a>' in markup


def test_a_mark_can_answer_for_two() -> None:
    assert 'data-k="f0 s4">42.50</a>' in page()


def test_a_task_has_a_bar_and_its_units_are_set_apart() -> None:
    markup = page()
    assert 'class="paragraph task lead"><a class="bar" id="d0-t0"' in markup
    assert '<span class="units">（责任单位：省工业厅牵头，青川市政府等）</span>' in markup


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "&lt;b&gt;",
    ],
)
def test_a_document_cannot_put_markup_into_the_page(hostile: str) -> None:
    extraction = sample_extraction(TEXT.replace("（2026年2月）", f"（2026年2月）{hostile}"), f"{hostile}.txt")
    hostile_statement = replace(extraction.statements[0], subject=hostile, scope=hostile)
    outline = Outline(page(replace(extraction, statements=(hostile_statement, *extraction.statements[1:]))))
    assert [tag for tag, _ in outline.elements] == [tag for tag, _ in Outline(page()).elements]
    assert re.sub(r"\s", "", outline.text["article"]) == re.sub(r"\s", "", extraction.document.clean.text)


def test_data_for_the_script_cannot_end_its_element() -> None:
    assert script_json({"a": "</script>\u2028&"}) == r'{"a":"\u003c/script\u003e\u2028\u0026"}'


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    extraction = sample_extraction()
    statement = replace(extraction.statements[0], scope="\udc80")
    assert page(replace(extraction, statements=(statement,)))


def test_a_page_without_documents_is_a_page() -> None:
    assert "</html>" in b"".join(write_page([], Options())).decode()


def test_the_page_starts_in_the_language_asked_for() -> None:
    assert '<html lang="en">' in page(language=Language.EN)
    assert "Skip to what was read" in page(language=Language.EN)


def test_every_part_of_script_and_style_is_used() -> None:
    names = {each.name for each in files("lantu.publishing").joinpath("assets").iterdir()}
    assert names == {*SCRIPTS, *STYLES, *FINDINGS_STYLES}


def test_every_word_that_script_and_markup_ask_for_is_there() -> None:
    asked = set(re.findall(r'word\("([a-z_]+)"', script())) | set(
        re.findall(r'data-t(?:-label|-hint)?="([a-z_]+)"', page())
    )
    assert asked - set(page_words()) == set()
    assert len(asked) > 30
