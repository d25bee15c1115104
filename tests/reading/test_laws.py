"""Laws that reading keeps for any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.model.document import BlockKind, Document
from lantu.reading.documents import read_document
from lantu.text.source import Mark, MarkKind, Source

PIECES = [
    "第一篇", "第二章 总则", "第三节 目标", "一、要求", "（一）改革", "（二）开放。", "1.建设港口。扩大通航。", "2.", "（1）项目；", "①要点", "——绿色发展。保护江河。",
    "一是扩大需求。", "专栏 3 重点工程", "专栏1", "目录", "第一章 总则……3", "第二章 改革\t12", "注：①数", "②数", "名词解释", "1.“三新”：指新的事物。", "2.“两山”：指山。", "3.“四港”：指港。",
    "指标\t单位\t2030年", "粮食\t万吨\t", "\t水\t3", "| 甲 | 乙 |", "| --- | --- |", "# 标题", "## 一、目标", "**青岚省三年行动方案**", "青岚省政府工作报告",
    "——2030年1月9日在青岚省第九届人民代表大会第一次会议上", "各位代表：", "全省经济增长5.5%左右，粮食产量稳定，就业扩大，收入提高，环境改善，社会安定，人民生活更加幸福。",
    "生态更加优美。", "附件1", "1.500千伏工程", "2.220千伏工程", "来源：", "12", " ", "　　", "\t", "\n", "\n\n", "\r\n", "\f", "。", "；", "（", "）", "\x00", "\ud800",
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES), max_size=30)
ANY = st.text(st.characters(), max_size=150) | LINES.map("\n".join) | LINES.map("".join)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    text = draw(ANY)
    places = st.integers(0, len(text))
    marks = draw(
        st.lists(
            st.tuples(
                st.sampled_from(MarkKind), places, places, st.integers(0, 9), st.integers(0, 3), st.integers(0, 3)
            ),
            max_size=6,
        )
    )
    placed = (Mark(kind, min(a, b), max(a, b), level, row, column) for kind, a, b, level, row, column in marks)
    return Source("某文件.txt", text, marks=tuple(sorted(placed, key=lambda mark: mark.start)))


@given(sources())
def test_any_source_is_read_and_every_line_is_in_one_block(source: Source) -> None:
    document = read_document(source)
    text = document.clean.text
    place = 0
    for block in document.blocks:
        assert place <= block.start < block.end <= len(text)
        assert not text[place : block.start].strip()
        place = block.end
    assert not text[place:].strip()


@given(sources())
def test_every_block_and_cell_has_its_place_in_the_original(source: Source) -> None:
    document = read_document(source)
    for block in document.blocks:
        span = document.span(block.start, block.end)
        assert 0 <= span.start < span.end <= len(source.text)
    for table in document.tables:
        assert table.start < table.end
        for cell in (cell for row in table.rows for cell in row):
            assert document.clean.text[cell.start : cell.end] == cell.text


@given(sources())
def test_parents_come_before_their_children_and_enclose_with_a_lesser_level(source: Source) -> None:
    document = read_document(source)
    for index, block in enumerate(document.blocks):
        assert -1 <= block.parent < index
        if block.parent >= 0:
            assert document.blocks[block.parent].kind in {BlockKind.HEADING, BlockKind.BOX}
        assert all(parent.kind in {BlockKind.HEADING, BlockKind.BOX} for parent in document.path(index))
        assert (block.kind is BlockKind.TABLE_ROW) == (block.table >= 0)


@given(sources())
def test_the_same_source_gives_the_same_document(source: Source) -> None:
    assert read_document(source) == read_document(source)


@given(LINES.map("\n".join))
def test_what_was_read_reads_the_same_again(text: str) -> None:
    def shape(document: Document) -> list[tuple[str, str, str]]:
        return [(block.kind.value, block.label, block.title) for block in document.blocks]

    once = read_document(Source("某文件.txt", text))
    again = read_document(Source("某文件.txt", once.clean.text))
    if again.clean.text == once.clean.text:
        assert shape(again) == shape(once)
