"""Web pages as governments publish documents on them; whole pages stand in tests/cases/web-pages."""

import time
from pathlib import Path

import pytest

from lantu.errors import UnreadableFileError
from lantu.reading.formats.html_lines import is_widget
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source_bytes
from lantu.text.source import MarkKind
from tests.reading.formats.marks import cells, levels, marked

CASES = Path(__file__).parents[2] / "cases" / "web-pages"
PAGES = sorted(CASES.glob("*.html"))


def read(markup: str, encoding: str = "utf-8"):
    return read_source_bytes(markup.encode(encoding), "page.html")


def article(body: str) -> str:
    return f"<!DOCTYPE html><html><body><div id='zoom'><p>全省生产总值年均增长6%左右，城镇化率提高到72%。</p>{body}</div></body></html>"


def text_of(body: str) -> list[str]:
    return read(article(body))[0].text.splitlines()[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_its_document_and_nothing_else(page):
    markup = page.read_text(encoding="utf-8")
    source, findings = read(markup, "gb18030" if "gb2312" in markup else "utf-8")
    assert source.text == page.with_suffix(".txt").read_text(encoding="utf-8")
    assert (source.media_type, source.reader, findings) == ("text/html", "html", ())


def test_there_are_pages():
    assert len(PAGES) >= 5


def test_titles_and_headings_are_marked():
    source, _ = read((CASES / "portal-with-editor-element.html").read_text(encoding="utf-8"))
    assert levels(source, MarkKind.HEADING)[:3] == [
        (1, "第一章　发展环境"),
        (2, "第一节 主要目标"),
        (1, "（一）坚持创新驱动"),
    ]
    source, _ = read((CASES / "disclosure-page-with-index-table.html").read_text(encoding="utf-8"))
    assert marked(source, MarkKind.TITLE) == ["东川省人民政府办公厅关于印发县域经济行动方案的通知"]
    assert levels(source, MarkKind.LIST_ITEM)[0] == (1, "1. 培育县域特色产业集群20个。")


def test_a_title_that_only_the_head_of_the_page_gives_is_added():
    markup = article("").replace("<body>", '<head><meta name="ArticleTitle" content="东川省规划纲要"></head><body>')
    assert read(markup)[0].text.splitlines()[0] == "东川省规划纲要"


def test_merged_cells_have_their_spans():
    source, _ = read((CASES / "old-site-of-nested-tables.html").read_text(encoding="utf-8"), "gb18030")
    assert cells(source) == [
        ("指标", 0, 0, 2, 1), ("完成情况", 0, 1, 1, 2), ("2024年", 1, 1, 1, 1), ("2025年", 1, 2, 1, 1),
        ("粮食产量 （亿斤）", 2, 0, 1, 1), ("390", 2, 1, 1, 1), ("400", 2, 2, 1, 1),
    ]  # fmt: skip


def test_a_table_of_one_column_is_a_frame_around_text():
    assert text_of("<table><tr><td><p>专栏1</p><p>1. 水利工程。</p></td></tr></table>") == ["专栏1", "1. 水利工程。"]


def test_a_table_with_head_and_body_elements_and_a_caption_is_read():
    body = "<table><caption>表1 主要指标</caption><thead><tr><th>指标</th><th>值</th></tr></thead><tbody><tr><td>产值</td><td>12</td></tr></tbody></table>"
    assert text_of(body) == ["表1 主要指标", "指标\t值", "产值\t12"]


def test_hostile_spans_do_not_make_the_text_explode():
    rows = "<tr><td colspan=1000000000 rowspan=65000>甲</td><td>乙</td></tr>" * 2000
    source, _ = read(article(f"<table>{rows}</table>"))
    assert len(source.text) < 100_000


def test_the_declared_encoding_is_believed_only_if_the_bytes_agree():
    markup = "<html><head><meta charset='gb2312'></head><body><p>实际是国际编码的网页，增长6%。</p></body></html>"
    source, _ = read(markup)
    assert source.text == "实际是国际编码的网页，增长6%。\n"
    assert source.encoding == "utf-8"


def test_a_page_in_utf16_is_recognised():
    assert read(article(""), "utf-16")[0].media_type == "text/html"


def test_preformatted_text_keeps_its_lines():
    assert text_of("<pre>第一行\n第二行</pre>") == ["第一行", "第二行"]


@pytest.mark.parametrize(
    "line",
    [
        "打印",
        "下载 全屏 打印 收藏",
        "【字体：大 中 小】",
        "【打印】 【关闭】",
        "当前位置：首页 > 规划",
        "首页 > 政务公开 > 规划",
        "分享到：微信 微博",
        "东ICP备00000001号-1",
    ],
)
def test_buttons_breadcrumbs_and_notices_are_widgets(line):
    assert is_widget(line)


@pytest.mark.parametrize(
    "line", ["增长6%", "2025年", "12", "第一章 总则", "打印设备产量增长8%", "共享发展", "大 中 小企业融通发展"]
)
def test_content_is_no_widget(line):
    assert not is_widget(line)


def test_the_article_is_kept_when_its_element_has_an_unlucky_name():
    markup = "<html><body><div class='tools'><p>全省生产总值年均增长6%左右，城镇化率提高到72%。</p></div></body></html>"
    assert read(markup)[0].text == "全省生产总值年均增长6%左右，城镇化率提高到72%。\n"


def test_the_article_is_kept_when_all_of_it_is_a_link_or_a_form():
    assert read("<html><body><a>全省生产总值增长6%。</a></body></html>")[0].text == "全省生产总值增长6%。\n"
    assert (
        read("<html><body><form><p>全省生产总值增长6%。</p></form></body></html>")[0].text == "全省生产总值增长6%。\n"
    )


def test_a_page_that_shows_no_text_is_blank():
    for markup in (
        "<html><body><script>render()</script></body></html>",
        "<!doctype html>",
        "<html><head><title>x</title></head></html>",
    ):
        with pytest.raises(UnreadableFileError) as caught:
            read(markup)
        assert caught.value.code == "blank"


@pytest.mark.parametrize(
    "markup",
    ["<html><body>" + "<div>" * 100_000 + "增长6%", "<html>" + "<div><b>" * 100_000 + "增长6%" + "</p>" * 100_000],
)
def test_elements_nested_a_hundred_thousand_deep_are_read_as_words(markup):
    start = time.perf_counter()
    source, (finding,) = read(markup)
    assert source.text == "增长6%\n"
    assert finding.code == "LT905"
    assert time.perf_counter() - start < 3


def test_elements_nested_within_the_limit_are_read_with_their_structure():
    markup = "<html><body>" + "<div>" * 1900 + "<h1>总则</h1><p>增长6%。</p>"
    source, findings = read(markup)
    assert (source.text, findings) == ("总则\n增长6%。\n", ())
    source, (finding,) = read_source_bytes(markup.encode(), "page.html", limits=Limits(depth=100))
    assert finding.code == "LT905"


def test_unclosed_code_takes_linear_time():
    start = time.perf_counter()
    read("<html><body>增长6%。" + "<div>" * 5000 + "<!--" * 200_000)
    assert time.perf_counter() - start < 3


def test_a_long_page_is_read_in_time_linear_to_its_length():
    def seconds(paragraphs: int) -> float:
        start = time.perf_counter()
        read(article("<p>　　全省粮食产量稳定在400亿斤以上，增长2%。</p>" * paragraphs))
        return time.perf_counter() - start

    seconds(200)
    assert seconds(16_000) < 24 * max(0.05, seconds(2_000))
