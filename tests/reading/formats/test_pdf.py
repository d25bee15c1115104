"""PDF files with a text layer: lines, pages, furniture and ruled tables."""

import time
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from lantu.errors import UnreadableFileError
from lantu.reading.formats import pdf
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source_bytes
from lantu.text.cleaning import clean_text
from lantu.text.source import MarkKind
from lantu.text.span import Span
from tests.reading.formats.marks import cells, marked
from tests.reading.formats.pdf_files import FONT, HEIGHT, WIDTH, foot, head, lines, pdf_file, ruled_table

TABLE = [
    ["指标", "2020年", "2025年", ""],
    ["", "实际", "目标", "年均增长"],
    ["森林覆盖率（%）", "38.2", "42", "[3.8]"],
    ["生产总值（亿元）", "5110", "7508", "8"],
]
SPANS = [(0, 0, 1, 0), (0, 2, 0, 3)]


def read(data: bytes):
    return read_source_bytes(data, "plan.pdf")


def refused(data: bytes, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(data, "plan.pdf", limits=limits or Limits())
    return caught.value


def test_pages_and_lines_are_kept_in_order():
    source, findings = read(
        pdf_file(lambda page: lines(page, ["第一页第一行，", "第二行。"]), lambda page: lines(page, ["第二页。"]))
    )
    assert source.text == "第一页第一行，\n第二行。\n第二页。\n"
    assert source.pages == (0, 13)
    assert [source.page_of(source.text.index(word)) for word in ("第一行", "第二行", "第二页")] == [1, 1, 2]
    assert (source.media_type, source.reader, findings) == ("application/pdf", "pdf", ())


def test_a_first_line_that_is_moved_in_keeps_its_two_blanks():
    source, _ = read(
        pdf_file(
            lambda page: lines(
                page,
                ["\u3000\u3000全省生产总值年均增长百分之六左右，城", "镇化率提高到72%", "\u3000\u3000粮食产量稳定"],
            )
        )
    )
    assert (
        source.text == "\u3000\u3000全省生产总值年均增长百分之六左右，城\n镇化率提高到72%\n\u3000\u3000粮食产量稳定\n"
    )


def test_running_heads_and_page_numbers_are_furniture():
    def draw(number: int):
        def page(canvas):
            head(canvas, "东川省规划纲要")
            lines(canvas, [f"{'甲乙丙丁'[number]}页正文，增长{number + 3}%。", "又一行正文。"])
            foot(canvas, f"— {number + 11} —")

        return page

    source, _ = read(pdf_file(*map(draw, range(4))))
    assert marked(source, MarkKind.FURNITURE) == [
        words for number in range(4) for words in ("东川省规划纲要", f"— {number + 11} —")
    ]
    cut = [Span(mark.start, mark.end) for mark in source.marks if mark.kind is MarkKind.FURNITURE]
    assert clean_text(source.text, cut).text.splitlines()[:3] == [
        "甲页正文，增长3%。",
        "又一行正文。",
        "乙页正文，增长4%。",
    ]


def test_heads_of_left_and_right_pages_may_differ():
    def draw(number: int):
        def page(canvas):
            head(canvas, "东川省人民政府" if number % 2 else "规划纲要")
            lines(canvas, [f"{'甲乙丙丁'[number]}页正文。"])

        return page

    source, _ = read(pdf_file(*map(draw, range(4))))
    assert marked(source, MarkKind.FURNITURE) == ["规划纲要", "东川省人民政府"] * 2


def test_a_watermark_in_the_middle_of_each_page_is_furniture():
    def draw(number: int):
        def page(canvas):
            lines(canvas, [f"{'甲乙丙丁'[number]}页正文。"])
            canvas.drawString(200, 400, "内部资料")

        return page

    source, _ = read(pdf_file(*map(draw, range(3))))
    assert marked(source, MarkKind.FURNITURE) == ["内部资料"] * 3


def test_first_lines_that_differ_are_no_running_heads():
    source, _ = read(
        pdf_file(
            *(
                lambda page, words=words: lines(page, [words, "正文。"], top=60)
                for words in ("第一章 总则", "第二章 目标")
            )
        )
    )
    assert marked(source, MarkKind.FURNITURE) == []


def test_a_ruled_table_stands_where_it_is_drawn_and_only_once():
    def page(canvas):
        lines(canvas, ["表前正文。"])
        ruled_table(canvas, TABLE, top=160, spans=SPANS)
        lines(canvas, ["表后正文。"], top=300)

    source, findings = read(pdf_file(page))
    assert source.text == (
        "表前正文。\n指标\t2020年\t2025年\t\n\t实际\t目标\t年均增长\n森林覆盖率（%）\t38.2\t42\t[3.8]\n生产总值（亿元）\t5110\t7508\t8\n表后正文。\n"
    )
    assert cells(source)[:4] == [
        ("指标", 0, 0, 2, 1),
        ("2020年", 0, 1, 1, 1),
        ("2025年", 0, 2, 1, 2),
        ("实际", 1, 1, 1, 1),
    ]
    assert marked(source, MarkKind.TABLE)[0].startswith("指标\t")
    assert findings == ()


def test_a_table_that_goes_on_over_a_page_is_one_table_and_its_repeated_head_is_furniture():
    def first(canvas):
        lines(canvas, ["表前正文。"])
        ruled_table(canvas, [["指标", "2025年"], ["粮食产量", "400"]], top=700)
        foot(canvas, "1")

    def second(canvas):
        ruled_table(canvas, [["指标", "2025年"], ["城镇化率", "72"], ["森林覆盖率", "42"]], top=120)
        lines(canvas, ["表后正文。"], top=300)
        foot(canvas, "2")

    source, _ = read(pdf_file(first, second))
    assert [(text, row) for text, row, *_ in cells(source)] == [
        ("指标", 0), ("2025年", 0), ("粮食产量", 1), ("400", 1), ("城镇化率", 2), ("72", 2), ("森林覆盖率", 3), ("42", 3),
    ]  # fmt: skip
    assert marked(source, MarkKind.TABLE) == [
        "指标\t2025年\n粮食产量\t400\n1\n指标\t2025年\n城镇化率\t72\n森林覆盖率\t42"
    ]
    assert marked(source, MarkKind.FURNITURE) == ["1", "指标\t2025年", "2"]


def test_a_row_that_a_pages_end_cuts_is_one_row():
    def first(canvas):
        ruled_table(canvas, [["指标", "2020年", "2025年"], ["常住人口", "62.5", "66"]], top=700)

    def second(canvas):
        ruled_table(canvas, [["指标", "2020年", "2025年"], ["城镇化率", "", ""], ["粮食产量", "390", "400"]], top=80)

    source, _ = read(pdf_file(first, second))
    assert [(text, row) for text, row, column, *_ in cells(source) if column == 0] == [
        ("指标", 0),
        ("常住人口 城镇化率", 1),
        ("粮食产量", 2),
    ]


def test_a_row_that_only_names_a_group_stays_a_row_of_its_own():
    def first(canvas):
        ruled_table(canvas, [["指标", "2020年", "2025年"], ["常住人口", "62.5", "66"]], top=700)

    def second(canvas):
        ruled_table(canvas, [["二、创新", "", ""], ["研发投入", "1.8", "2.3"]], top=80)

    source, _ = read(pdf_file(first, second))
    assert [text for text, _, column, *_ in cells(source) if column == 0] == [
        "指标",
        "常住人口",
        "二、创新",
        "研发投入",
    ]


def test_signs_that_are_written_after_the_rest_of_their_line_stand_where_they_are_seen():
    def page(canvas):
        for sign, place in (("构建", 0), ("一核两带", 3), ("格局", 8), ("①", 2), ("②", 7)):
            canvas.drawString(80 + 14 * place, 700, sign)

    source, _ = read(pdf_file(page))
    assert source.text == "构建①一核两带②格局\n"


def test_a_watermark_on_the_same_line_does_not_get_between_its_characters():
    def page(canvas):
        canvas.drawString(80, 700, "全省生产总值年均 增长百分之六左右。")
        canvas.drawString(117, 700, "内部资料")

    text = read(pdf_file(page))[0].text
    assert "全省生产总值年均 增长百分之六左右。" in text
    assert "内部资料" in text


def test_a_frame_around_a_box_of_text_is_no_table():
    def page(canvas):
        canvas.rect(70, HEIGHT - 220, 400, 130)
        lines(canvas, ["专栏1 重大工程", "1. 水利工程，投资12亿元。", "2. 交通工程。"])

    source, findings = read(pdf_file(page))
    assert source.text == "专栏1 重大工程\n1. 水利工程，投资12亿元。\n2. 交通工程。\n"
    assert (cells(source), findings) == ([], ())


def test_a_table_on_a_turned_page_is_read_as_it_is_shown():
    def page(canvas):
        canvas.setPageRotation(90)
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        canvas.translate(0, -HEIGHT + WIDTH)
        lines(canvas, ["横排的表"], top=100)
        ruled_table(canvas, [["指标", "2020年"], ["产值（亿元）", "12"]], top=140)

    source, _ = read(pdf_file(page))
    assert source.text == "横排的表\n指标\t2020年\n产值（亿元）\t12\n"


def test_a_hyphen_that_only_breaks_a_word_goes_and_one_between_numbers_stays():
    source, _ = read(pdf_file(lambda page: lines(page, ["The inter-", "national plan for 2021-", "2025 stands."])))
    assert "international plan" in source.text
    assert "2021-" in source.text


def test_a_locked_pdf_says_so():
    error = refused(pdf_file(lambda page: lines(page, ["秘密"]), encrypt=StandardEncryption("secret")))
    assert error.code == "encrypted-pdf"
    assert "密码" in error.zh


def test_a_pdf_that_only_forbids_printing_is_read():
    data = pdf_file(
        lambda page: lines(page, ["公开的话。"]), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0)
    )
    assert read(data)[0].text == "公开的话。\n"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\0\xff" * 500, b"junk before %PDF-1.4 and nothing after"],
    ids=lambda data: repr(data[:12]),
)
def test_a_damaged_pdf_says_so(data):
    assert refused(data).code == "damaged-pdf"


def test_a_pdf_with_too_many_pages_is_refused():
    data = pdf_file(*[lambda page: lines(page, ["页"])] * 4)
    assert refused(data, Limits(pages=3)).zh.endswith("文件有 4 页，超过上限 3 页。请拆分文件，或调高上限。")


def test_an_empty_page_is_blank():
    assert refused(pdf_file(lambda _: None)).code == "blank"


def picture_page(canvas):
    canvas.rect(0, 0, WIDTH, HEIGHT, fill=1)


def test_a_pdf_without_text_says_how_to_get_recognition(monkeypatch):
    monkeypatch.setattr(pdf, "find_recogniser", lambda: None)
    error = refused(pdf_file(picture_page))
    assert error.code == "pdf-without-text"
    assert "pip install 'lantu[ocr]'" in error.zh


def test_pages_without_text_among_others_are_reported(monkeypatch):
    monkeypatch.setattr(pdf, "find_recogniser", lambda: None)
    source, (finding,) = read(pdf_file(lambda page: lines(page, ["有文字的一页。"]), picture_page))
    assert source.text == "有文字的一页。\n"
    assert (finding.code, finding.message) == ("LT902", "第 2 页没有文字（多为扫描页），未读取")


def test_squared_paper_is_not_searched_for_tables():
    def page(canvas):
        lines(canvas, ["格子纸上的字。"])
        canvas.grid([50 + 5 * number for number in range(101)], [100 + 5 * number for number in range(101)])

    start = time.perf_counter()
    assert read(pdf_file(page))[0].text == "格子纸上的字。\n"
    assert time.perf_counter() - start < 2


def test_a_table_whose_rules_are_one_path_is_read():
    def page(canvas):
        lines(canvas, ["指标"], top=120, left=90)
        lines(canvas, ["12"], top=120, left=190)
        rules = canvas.beginPath()
        for x in (80, 180, 280):
            rules.moveTo(x, HEIGHT - 100)
            rules.lineTo(x, HEIGHT - 160)
        for y in (100, 130, 160):
            rules.moveTo(80, HEIGHT - y)
            rules.lineTo(280, HEIGHT - y)
        canvas.drawPath(rules)
        lines(canvas, ["产值"], top=150, left=90)
        lines(canvas, ["15"], top=150, left=190)

    assert read(pdf_file(page))[0].text == "指标\t12\n产值\t15\n"


def test_signs_written_late_stand_where_they_are_seen_in_a_table_too():
    def page(canvas):
        ruled_table(canvas, [["", "2025年"], ["产值", "12"]], top=160)
        for sign, place in (("能耗", 0), ("强度", 3), ("①", 2)):
            canvas.setFont(FONT, 11)
            canvas.drawString(86 + 11 * place, HEIGHT - 174, sign)

    assert read(pdf_file(page))[0].text.splitlines()[0] == "能耗①强度\t2025年"


def test_a_crowded_map_is_not_searched_for_tables():
    def page(canvas):
        lines(canvas, ["图上的字。"])
        for number in range(6000):
            canvas.line(number % 500, 100, number % 500 + 30, 300)

    assert read(pdf_file(page))[0].text == "图上的字。\n"


def with_content(stream: bytes, filters: str) -> bytes:
    """A PDF of one page with this content stream; readers rebuild the table of objects that it lacks."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(stream), filters.encode(), stream),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF"


def packed(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()


def test_a_stream_that_unpacks_beyond_the_limit_is_refused_before_it_is_unpacked():
    once = packed(300)
    start = time.perf_counter()
    assert refused(with_content(once, "/FlateDecode")).code == "zip-bomb"
    assert refused(with_content(zlib.compress(once), "[/FlateDecode/FlateDecode]")).code == "zip-bomb"
    assert time.perf_counter() - start < 3


def test_a_stream_of_ordinary_size_is_read():
    assert refused(with_content(packed(2), "/FlateDecode")).code == "blank"
