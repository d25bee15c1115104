"""OFD files in the shapes that different programs write."""

import time

import pytest

from lantu.errors import UnreadableFileError
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source_bytes
from lantu.text.source import MarkKind
from tests.reading.formats.marks import marked
from tests.reading.formats.ofd_files import NAMESPACE, package, page, single_characters, text_object, zipped


def read(data: bytes):
    return read_source_bytes(data, "plan.ofd")


def refused(data: bytes, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(data, "plan.ofd", limits=limits or Limits())
    return caught.value


def test_pages_and_lines_are_read_in_order():
    first = page(
        text_object("\u3000\u3000全省生产总值年均增长6%左右，", 20, 50) + text_object("城镇化率提高到72%。", 20, 58)
    )
    source, findings = read(package([[first, page(text_object("第二页。", 20, 50))]]))
    assert source.text == "\u3000\u3000全省生产总值年均增长6%左右，\n城镇化率提高到72%。\n第二页。\n"
    assert source.pages == (0, source.text.index("第二页"))
    assert (source.media_type, source.reader, findings) == ("application/ofd", "ofd", ())


def test_lines_are_ordered_by_place_not_by_writing():
    content = (
        text_object("下一行。", 20, 60) + f"<ofd:PageBlock ID='9'>{text_object('上一行，', 20, 50)}</ofd:PageBlock>"
    )
    assert read(package([[page(content)]]))[0].text == "上一行，\n下一行。\n"


def test_characters_written_one_by_one_are_lines_and_wide_gaps_are_tabs():
    content = (
        single_characters("粮食产量稳定在", 30, 50)
        + single_characters("森林覆盖率", 30, 70)
        + single_characters("38.2", 90, 70)
    )
    assert read(package([[page(content)]]))[0].text == "粮食产量稳定在\n森林覆盖率\t38.2\n"


def test_several_documents_in_one_file_follow_one_another():
    data = package([[page(text_object("甲文件。", 20, 50))], [page(text_object("乙文件。", 20, 50))]], slash="/")
    source, _ = read(data)
    assert (source.text, source.pages) == ("甲文件。\n乙文件。\n", (0, 5))


def test_templates_and_composite_objects_are_read_where_they_are_placed():
    """The composite object also places itself, which is not followed."""
    resource = (
        f"<ofd:Res {NAMESPACE}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='77'><ofd:Content>"
        f"{text_object('复合图元。', 0, 0)}<ofd:CompositeObject ID='1' Boundary='0 0 1 1' ResourceID='77'/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    content = text_object("正文。", 20, 50) + "<ofd:CompositeObject ID='8' Boundary='20 100 90 20' ResourceID='77'/>"
    data = package(
        [[page(content, template='<ofd:Template TemplateID="5"/>')]],
        shared='<ofd:TemplatePage ID="5" BaseLoc="Tpls/T.xml"/><ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
        parts={"Doc_0/Tpls/T.xml": page(text_object("东川省人民政府文件", 50, 20)), "Doc_0/Res.xml": resource},
    )
    assert read(data)[0].text == "东川省人民政府文件\n正文。\n复合图元。\n"


def test_a_template_that_each_page_shows_is_furniture():
    def numbered(number: int) -> str:
        content = text_object("甲乙丙"[number] + "页正文。", 20, 50) + text_object(f"- {number + 1} -", 100, 280)
        return page(content, template='<ofd:Template TemplateID="5"/>')

    data = package(
        [list(map(numbered, range(3)))],
        shared='<ofd:TemplatePage ID="5" BaseLoc="T.xml"/>',
        parts={"Doc_0/T.xml": page(text_object("东川省规划纲要", 80, 10))},
    )
    assert marked(read(data)[0], MarkKind.FURNITURE) == [
        words for number in (1, 2, 3) for words in ("东川省规划纲要", f"- {number} -")
    ]


def test_scaled_text_is_placed_as_it_is_shown_and_invisible_text_is_left_out():
    content = (
        text_object("缩小的文字", 20, 50, attributes='CTM="0.5 0 0 0.5 0 0"')
        + text_object("紧接其后", 32.5, 50, attributes='CTM="0.5 0 0 0.5 0 0"')
        + text_object("看不见", 20, 80, attributes='Visible="false"')
    )
    assert read(package([[page(content)]]))[0].text == "缩小的文字紧接其后\n"


@pytest.mark.parametrize("namespace", ['xmlns:ofd="http://www.ofdspec.org/2017"', 'xmlns:ofd="http://www.ofdspec.org"'])
def test_any_namespace_is_taken(namespace):
    assert read(package([[page(text_object("正文。", 20, 50), namespace=namespace)]]))[0].text == "正文。\n"


def test_capitals_and_backslashes_in_locations_do_not_matter():
    data = package([[page(text_object("正文。", 20, 50))]], slash="\\")
    members = {
        "ofd.xml": f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>DOC\\d.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    }
    members["Doc/D.xml"] = (
        f"<ofd:Document {NAMESPACE}><ofd:Pages><ofd:Page BaseLoc='p.xml'/></ofd:Pages></ofd:Document>"
    )
    members["Doc/P.XML"] = page(text_object("另一种写法。", 20, 50))
    assert read(data)[0].text == "正文。\n"
    assert read(zipped(members))[0].text == "另一种写法。\n"


@pytest.mark.parametrize("attributes", ['CTM="a b c"', 'CTM="1 0 0"', 'Boundary="x"', 'CTM="inf nan 0 0 0 0"'])
def test_senseless_attributes_do_not_lose_the_text(attributes):
    content = f'<ofd:TextObject ID="1" {attributes} Size="?"><ofd:TextCode X="" Y="q" DeltaX="g g 999999999999 x">正文。</ofd:TextCode></ofd:TextObject>'
    assert read(package([[page(content)]]))[0].text == "正文。\n"


def test_a_missing_page_is_reported_and_the_others_are_read():
    data = package([[page(text_object("第一页。", 20, 50)), "<broken", page(text_object("第三页。", 20, 50))]])
    source, (finding,) = read(data)
    assert source.text == "第一页。\n第三页。\n"
    assert (finding.code, finding.message) == ("LT907", "第 2 页缺失或损坏，未读取")


def test_a_truncated_file_is_damaged():
    data = package([[page(text_object(f"第{index}行", 20, 50)) for index in range(20)]])
    assert refused(data[:-40]).code == "damaged-ofd"
    assert refused(zipped({"OFD.xml": f"<ofd:OFD {NAMESPACE}/>"})).code == "damaged-ofd"


def test_an_encrypted_file_says_so():
    assert refused(package([[page("")]], parts={"Encryptions.xml": "<x/>"})).code == "encrypted-ofd"


def test_a_file_of_pictures_says_what_to_do():
    assert refused(package([[page('<ofd:ImageObject ID="3" ResourceID="9"/>')]])).code == "ofd-without-text"


def test_too_many_pages_are_refused():
    assert refused(package([[page(text_object("页", 20, 50))] * 4]), Limits(pages=3)).code == "too-many-pages"


def test_an_entity_bomb_is_refused():
    bomb = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + page(text_object("&a;", 20, 50)).partition("?>")[2]
    assert refused(package([[bomb]])).code == "unsafe-xml"


def test_composite_objects_that_multiply_are_cut():
    def unit(number: int) -> str:
        inside = f"<ofd:CompositeObject ResourceID='{number + 1}'/>" * 50
        return f"<ofd:CompositeGraphicUnit ID='{number}'><ofd:Content>{inside}</ofd:Content></ofd:CompositeGraphicUnit>"

    data = package(
        [[page("<ofd:CompositeObject ResourceID='0'/>" + text_object("正文。", 20, 50))]],
        shared="<ofd:DocumentRes>Res.xml</ofd:DocumentRes>",
        parts={"Doc_0/Res.xml": f"<ofd:Res {NAMESPACE}>{''.join(map(unit, range(9)))}</ofd:Res>"},
    )
    start = time.perf_counter()
    assert refused(data).code == "ofd-without-text"
    assert time.perf_counter() - start < 10
