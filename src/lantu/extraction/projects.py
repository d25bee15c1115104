"""Projects: works that a document names, in boxes, lists, tables and enumerations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lantu.extraction.project_names import (
    GENERIC_HEADS,
    HINT,
    PROGRAMMES,
    WORK,
    has_own_word,
    head_noun,
    is_line,
    is_named,
    is_vague,
    places_in,
)
from lantu.extraction.tasks import numbered_title
from lantu.model.document import Block, BlockKind, Document, Table
from lantu.model.finding import Finding
from lantu.model.task import Project


@dataclass(frozen=True, slots=True)
class _Found:
    """A work in the cleaned text, before it becomes a Project."""

    name: str
    start: int
    end: int
    block: int
    kind: str = ""
    stage: str = ""
    nearby: str = ""


@dataclass(frozen=True, slots=True)
class _Trust:
    """What the place of an enumeration says for its entries.

    Attributes:
        is_boxed: It stands in a box of works.
        is_labelled: It is a numbered entry of such a box.
        is_before_works: It ends in 等项目 or 等工程.
        is_programme: 实施 or 启动 stands before it.
        category: What the entry's label says: 输变电工程：.
    """

    is_boxed: bool = False
    is_labelled: bool = False
    is_before_works: bool = False
    is_programme: bool = False
    category: str = ""

    @property
    def is_list(self) -> bool:
        """Whether the entries are said to be works."""
        return self.is_boxed or self.is_labelled or self.is_before_works


_PROSE = _Trust()
_PROGRAMME = _Trust(is_programme=True)


@dataclass(frozen=True, slots=True)
class _Item:
    """One entry of an enumeration as written."""

    text: str
    start: int
    end: int
    stage: str = ""


#: Stages, by the words that state them; the first that fits counts.
_STAGES = (
    ("前期", re.compile(r"前期|备选|可研|研究论证|预可研|储备")),
    ("谋划", re.compile(r"谋划|规划研究|规划建设|纳入")),
    ("拟开工", re.compile(r"开工|启动建设|新建项目|（新建")),
    (
        "投产",
        re.compile(
            r"建成|投产|投运|投用|投入运营|投入使用|通车|竣工|完工|达产|满产|启用|并网|开通|运营|试运|试通水|下闸蓄水"
        ),
    ),
    ("续建", re.compile(r"续建|在建|加快.{0,2}建设|加快实施|加快施工|建设进度|提速建设|加快推进")),
)
_LOOKING_BACK = re.compile(r"回顾|工作总结|过去|成就|成效")

#: What opens a clause that orders a work: 加快推进, 开工建设, 谋划推进.
_OPENING = re.compile(
    r"(?:[一二三四五六七八九十]是|(?:全国|全省|全区|省内)?首[条个座家]|要|将|并|继续|加快|加紧|加力|积极|大力|全力保障|全力|全面|深入|持续|有序|扎实|稳步|高质量|高水平|高标准|高效|着力|统筹|尽快|尽早|力争|争取|确保|抓好|做好|协同|共同|合力|提速|适时|同步|全速"
    r"|重点(?=[推建实支谋抓开打做加])|支持|协调|推进|推动|开工|合作建设|建设运行|建设好|建设|新建|实施|启动|谋划研究|谋划|续建|建成|投产|完成|打造|布局建设|开展|扩建|改扩建|改造提升|升级改造|共建|建设好|投运|通车|竣工|规划建设|规划"
    r"|运行|建好用好|管好用好|用好管好|用好|建好|管好|滚动|新开工|在建|推行)+"
)
#: What opens an entry of a list, where a name may begin with words such as 重点 or 规划.
_LIST_OPENING = re.compile(r"(?:推进|推动|加快|创建|合作建设|建设|新建|实施|升级改造|布局建设|开展|启动|谋划|即)+")
#: What may follow the works of a clause: …等项目|建设, …|前期工作, …|建成投产.
_CLOSING = re.compile(
    r"(?:(?:全部|加快|顺利|全面|尽快|尽早|如期|陆续|相继|正式|有序|早日|整体|基本|率先|实现|进入|纳入国家|纳入|开展|稳步|扎实|深入|持续)*"
    r"(?:规划建设|开工建设|建设进度|建设|开工|建成|投产|投运|投用|投入运营|投入使用|运营|通车运营|通车|竣工|完工|达产|满产|启用|落地|实施|立项审批|立项|审批|试运转|试通水|下闸蓄水|释放产能|发展|前期工作|前期研究|前期|工作|研究论证|核准|并网|推进|试运行|规划|进展顺利|获批|达效|[或和]|见效|发电|进度))+$"
)
_LONGEST_CLOSING = 20
#: The last characters of these words.
_LAST = frozenset("能展设度工成产运用营车地施项批转水作究期准网进行划利效见电划或和")
_SUBJECT_CLOSING = re.compile(
    r"开工|建成|投产|投运|投用|投入运营|投入使用|通车|竣工|完工|达产|启用|落地|加快建设|(?:加快|有序|稳步|扎实|顺利)推进|加快实施|并网|进展顺利|试运|试通水|下闸蓄水"
)
#: 等, what is counted after it, and the noun that the names before it share.
_OPEN = re.compile(
    r"等(?<![高中初同平]等)(?P<count>(?:一批|一系列|多个|[\d.]+(?:多|余)?[个条座项处所家])?(?:在建|新建)?)"
    r"(?P<adjective>(?:标志性|重大|重点|超?百亿级?|超?千亿级?|高质量|交通|水利|能源|产业|科技|民生|基础设施|新型基础设施|工业)*)(?P<head>[^、，等]{0,20}?)(?P<rest>、|$|[和及](?=[^，]{2,40}等))"
)
_NOT_WORKS = re.compile(
    r"(?:^|、)(?:发展|完善|提升|提高|培育|壮大|构建|健全|优化|强化|加强|深化|扩大|引导|鼓励|吸引|举办|办好|创新|探索|促进|形成|增强|制定|出台|做[大强优]|争创|创建|申报)|(?:产业|领域|行业|机制|体系|政策|制度|能力|水平|模式|环境|标准|作用|功能|需求|成果|人才|格局)$"
)
_CLAUSE = re.compile(r"(?:[^，。；：！？\n（]++|（[^（）\n]*+）|（)++")
_ENTRY = re.compile(r"(?:[^、（“]++|（[^（）]*+）|“[^”]*+”|[（“])++")

#: Lists of works: 1.…；2.…。
_LIST_ITEM = re.compile(r"[^；;。\n]+")
_LIST_LABEL = re.compile(
    r"-?(?:\d{1,2}[.．、](?!\d)|\d[.．](?=\d{2,4}[^\d.%])|（(?:\d{1,2}|[一二三四五六七八九十]{1,4})）|[①-⑳]|\d{1,2}）|[—-]{1,2})\s*"
)
_CATEGORY = re.compile(r"(?P<category>[^：，、。]{1,20})：")
_WORK_LIST = re.compile(r"工程|项目")
_NO_PROJECTS = re.compile(r"规划目录|专项规划|名词|指标")
#: Words that no name of a work holds; a phrase with one of them is a sentence.
_SENTENCE = re.compile(
    r"的|打造|创建|成为|形成|通过|统一|组建|促进|实现|达到|成熟|获评|入选|荣获|西部陆海新通道|^[和与及]|^[一二三四五六七八九]期(?:工程|项目)$|^(?:支持|申建|筹设|以|面向|对接|围绕|组织|鼓励|设立|研究|培育|设|对|与|向|为|在|从)|全覆盖|培育|副中心|增长极|高地|目的地"
)
_INNER_VERB = re.compile(
    r"(?:建设|共建|推进|实施|开展)(?!(?:工程|项目|行动|计划|示范|提升|试点|保障|专项|推进|规划|发展|标准|[和与及、]|[\u4e00-\u9fff]{0,2}$))"
)
_SITE = re.compile(r"(?:矿|水库)$")
_NUMBERED_LINE = re.compile(r"(?P<line>[^\d]{2,8})(?=\d+号线)")
_PHASE_ONLY = re.compile(r"(?:[一二三四五六七八九]|\d)期")
_ITEM_VERB = re.compile(r"(?:改扩建|新建|扩建|续建|开工建设|开工|建成)(?=[^、]{4})")
_STAGE_BRACKET = re.compile(
    r"（(?:\d{4}年)?(?:续建|在建|新开工|拟开工|计划开工|开工|新建|前期|前期工作|谋划|储备|投产|建成|竣工|完工|投运|通车)(?:项目|阶段|建设)?）$"
)
_JOINT = re.compile(r"以及|[和及]")
_ENCLOSED = re.compile(r"[“《][^”》]*[”》]")
_OPEN_END = re.compile(r"等(?<![高中初同平]等)[^、，等]{0,16}(?:项目|工程)$")
_COUNTED = re.compile(r"\d+(?:[—~-]\d+)?(?:个|项|条|家|处|所|座|万(?!吨级|千瓦|千伏|吨|辆|片)|亿|%|名|人|户|公里)")
_LONGEST = 45
#: A clause longer than this is no list of names, whatever it is.
_LONGEST_LIST = 600
#: The noun of a work with what is done to it stands within so many characters of a name's end.
_LONGEST_NOUN = 24
#: What names nothing but regions is no longer than this: 葫芦岛市建昌县.
_LONGEST_PLACES = 9
#: Nouns at the end of a box's items that are works even without a place: 应急指挥平台, 名师培养计划.
_BOX_NOUNS = frozenset({*GENERIC_HEADS, "计划", "行动", "平台", "系统", "数据库"})
_NAME_COLUMN = re.compile(r"^(?:重[点大])?(?:建设)?(?:项目|工程)(?:\(?名称\)?|名)?$|^项目（工程）名称$")
_PLACE_COLUMN = re.compile(r"地[点址区]|所在地|属地")
_STAGE_COLUMN = re.compile(r"建设性质|阶段|类型|进展|状态")


def extract_projects(document: Document) -> tuple[tuple[Project, ...], list[Finding]]:
    """The works that a document names, in order.

    From boxes and lists: 1.某某水库工程；2.…。 From prose: 加快甲铁路、乙高速等项目建设, 丙、丁等一批项目建成投产. From tables
    with a column 项目名称. Phrases for works in general (一批重大项目) are left out: better to miss one than to invent one.

    Reads: the cleaned text, the tree, the tables and the region's code.
    """
    reader = _Reader(document)
    found = sorted(
        {(work.start, work.end): work for work in reader.read()}.values(), key=lambda work: (work.start, work.end)
    )
    return tuple(reader.project(work) for work in found), []


class _Reader:
    """Reads one document block by block."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.clean.text
        code = document.front.region_code.value
        self.province = code[:2] + "0000" if code else ""
        self.in_box = _in_box(document.blocks)
        #: Headings whose lists named works: they are classes of works, not works themselves.
        self.classes: set[int] = set()
        self.titles: dict[int, tuple[str, ...]] = {-1: ()}

    def read(self) -> Iterator[_Found]:
        blocks = self.document.blocks
        for index, block in enumerate(blocks):
            if block.kind is BlockKind.PARAGRAPH:
                yield from self._paragraph(index, block)
        for index, block in enumerate(blocks):
            if block.kind is BlockKind.HEADING and self.in_box[index] and index not in self.classes:
                yield from self._box_item(index, block)
        for index, table in enumerate(self.document.tables):
            yield from self._table(index, table)

    def project(self, work: _Found) -> Project:
        span = self.document.span(work.start, work.end)
        title = self.document.blocks[work.block].title if work.block >= 0 else ""
        places = places_in(work.name, self.province) or places_in(work.nearby, self.province)
        if not places and title and _is_only_places(title, self.province):
            places = places_in(title, self.province)  # a paragraph that is about one city: 甲市。…
        return Project(
            span=span,
            name=work.name,
            kind=work.kind or head_noun(work.name),
            stage=work.stage,
            places=places,
            headings=self._headings(work.block),
            block=work.block,
            page=self.document.source.page_of(span.start),
        )

    def _headings(self, index: int) -> tuple[str, ...]:
        """The headings above a block; its neighbours share them, so they are written out once."""
        parent = self.document.blocks[index].parent if index >= 0 else -1
        if parent not in self.titles:
            self.titles[parent] = (
                tuple(numbered_title(self.text, head) for head in self.document.path(index)) if index >= 0 else ()
            )
        return self.titles[parent]

    # -- boxes and lists -------------------------------------------------------------------------------------------

    def _paragraph(self, index: int, block: Block) -> Iterator[_Found]:
        if not self.in_box[index]:
            if WORK.search(self.text, block.start, block.end):
                yield from self._prose(index, block.start, block.end)
            return
        path = self.document.path(index)
        if any(_NO_PROJECTS.search(head.title) for head in path):
            return
        if not self._is_list(block):
            yield from self._prose(index, block.start, block.end)
            return
        found = list(self._list(index, block, trusted=any(_WORK_LIST.search(head.title) for head in path[-3:])))
        works = [work for work in found if head_noun(work.name)]
        if len(works) * 2 < len(found):
            found = works  # a list of trades or fields, not of works
        if found:
            self.classes.update(self._ancestors(block))
        yield from found

    def _ancestors(self, block: Block) -> Iterator[int]:
        while block.parent >= 0:
            yield block.parent
            block = self.document.blocks[block.parent]

    def _is_list(self, block: Block) -> bool:
        if block.label or _LIST_LABEL.match(self.text, block.start, block.end):
            return True
        text = self.text[block.start : block.end]
        return (
            text.endswith("；")
            or (len(text) <= _LONGEST and "，" not in text and text.count("。") <= 1)
            or bool(re.match(r"[^，。]{2,10}项目：", text))
        )

    def _list(self, index: int, block: Block, *, trusted: bool) -> Iterator[_Found]:
        stage = next(
            (self._stage(head.title, index) for head in reversed(self.document.path(index)) if "项目" in head.title), ""
        )
        for entry in _LIST_ITEM.finditer(self.text, block.start, block.end):
            start, end = self._trimmed(*entry.span())
            category = _CATEGORY.match(self.text, start, end)
            if category and category.end() == end:
                continue
            entry_stage = stage
            if category:
                entry_stage = self._stage(category["category"], index) or stage
                start = category.end()
            kind = (
                category["category"]
                if category and head_noun(category["category"]) in GENERIC_HEADS and not entry_stage
                else ""
            )
            yield from self._entry(index, start, end, entry_stage, kind, trusted=trusted)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        label = _LIST_LABEL.match(self.text, start, end)
        return (label.end() if label else start), end

    def _entry(self, index: int, start: int, end: int, stage: str, kind: str, *, trusted: bool) -> Iterator[_Found]:
        """The works of one entry of a list: a name, an enumeration, or prose."""
        text = self.text[start:end]
        if "，" in text and len(text) > _LONGEST:
            yield from self._prose(index, start, end)
            return
        is_labelled = trusted and _LIST_LABEL.match(self.text, self.document.blocks[index].start) is not None
        trust = _Trust(is_boxed=True, is_labelled=is_labelled, category=kind)
        for clause in _CLAUSE.finditer(self.text, start, end):
            opening = _LIST_OPENING.match(self.text, *clause.span())
            begin = opening.end() if opening and opening.end() < clause.end() - 3 else clause.start()
            yield from self._enumeration(index, begin, clause.end(), trust, stage)

    def _box_item(self, index: int, block: Block) -> Iterator[_Found]:
        """A heading inside a box that is itself a work: （一）建设政策精准推送平台."""
        start = self.text.find(block.title, block.start, block.end) if block.title else -1
        if start < 0 or any(_NO_PROJECTS.search(head.title) for head in self.document.path(index)):
            return
        end = start + len(block.title)
        opening = _OPENING.match(self.text, start, end)
        if opening and opening.end() < end - 4:
            start = opening.end()
        name = self.text[start:end]
        noun = head_noun(name)
        if (
            len(name) >= 5
            and noun
            and not is_vague(name)
            and not _NOT_WORKS.search(name)
            and (noun in _BOX_NOUNS or is_named(name, self.province))
        ):
            yield _Found(name, start, end, index)

    # -- prose -----------------------------------------------------------------------------------------------------

    def _prose(self, index: int, start: int, end: int) -> Iterator[_Found]:
        text = self.text
        for clause in _CLAUSE.finditer(text, start, end):
            first, last = clause.span()
            if last - first > 5 and HINT.search(text, first, last) and WORK.search(text, first, last):
                yield from self._clause(index, first, last)

    def _clause(self, index: int, start: int, end: int) -> Iterator[_Found]:
        """The works of a clause that orders or reports them: 加快…建设, 开工建设…, …建成投产."""
        opening = _OPENING.match(self.text, start, end)
        begin = opening.end() if opening else start
        closing = _closing(self.text, begin, end)
        stop = closing.start() if closing else end
        if stop - begin < 4:
            return
        if opening is None and (closing is None or not _SUBJECT_CLOSING.search(closing[0])):
            return
        verbs = (opening[0] if opening else "") + "…" + (closing[0] if closing else "")
        body = self.text[begin:stop]
        if ("等" not in body and not head_noun(body[-_LONGEST_NOUN:])) or _NOT_WORKS.search(body):
            return
        stage = self._stage(verbs.replace("…", "") if opening and closing else verbs, index)
        programme = opening is not None and re.search("实施|启动|开展|开工|完成|建成", opening[0]) is not None
        yield from self._enumeration(index, begin, stop, _PROGRAMME if programme else _PROSE, stage)

    def _stage(self, words: str, index: int) -> str:
        """The stage that words state; in a chapter that looks back 开工 has happened."""
        stage = _stage_of(words)
        if stage == "拟开工" and any(_LOOKING_BACK.search(head.title) for head in self.document.path(index)):
            return "开工"
        return stage

    # -- enumerations ----------------------------------------------------------------------------------------------

    def _enumeration(self, index: int, start: int, end: int, trust: _Trust, stage: str) -> Iterator[_Found]:
        """The works of a clause: names joined by 、 and 等, each in full.

        EBNF::

            works = group , { "、" , group } ;
            group = name , { "、" , name } , [ "等" , [ count ] , [ adjective ] , head ] ;
        """
        if end - start > _LONGEST_LIST:
            return
        trust = replace(trust, is_before_works=True) if _OPEN_END.search(self.text, start, end) else trust
        while start < end:
            mark = _OPEN.search(self.text, start, end)
            stop = mark.start() if mark else end
            head = _shared_noun(mark) if mark else ""
            if not head or head_noun(head):
                for name, naming, item in self._group(start, stop, head, trust):
                    if self._is_work(name, naming, item.text, trust):
                        yield _Found(
                            name, item.start, item.end, index, head_noun(name) or head_noun(head), item.stage or stage
                        )
            start = mark.end() if mark else end

    def _group(self, start: int, stop: int, head: str, trust: _Trust) -> Iterator[tuple[str, str, _Item]]:
        """The names up to 等 with what they share, the same with their place, and the characters that each was read from."""
        items = [_bare(item) for item in self._split(start, stop, shares=bool(head))]
        if not head and trust.is_labelled and _is_one_name(items, self.province):
            items = [_Item(self.text[start:stop], start, stop)]
        names = _complete(items, self.province, head=head, category=trust.category)
        for name, item in zip(names, items, strict=True):
            has_no_verb = trust.is_labelled and not item.text.startswith(places_in(item.text, self.province))
            inner = None if has_no_verb else _INNER_VERB.search(name)
            if inner is None:
                yield name, name, item
            elif item.text.endswith(right := name[inner.end() :]) and _is_own_name(right, self.province):
                # 支持大连建设英歌石科学城: the work is what is built.
                yield right, name[: inner.start()] + right, _Item(right, item.end - len(right), item.end)

    def _split(self, start: int, stop: int, *, shares: bool) -> Iterator[_Item]:
        """The entries of an enumeration; 和 and 及 part two of them where both sides name something."""
        for entry in _ENTRY.finditer(self.text, start, stop):
            position = entry.start()
            for joint in _JOINT.finditer(self.text, *entry.span()):
                left, right = self.text[position : joint.start()], self.text[joint.end() : entry.end()]
                if self._parts(left, right, shares=shares):
                    yield _Item(left, position, joint.start())
                    position = joint.end()
            if position < entry.end():
                yield _Item(self.text[position : entry.end()], position, entry.end())

    def _parts(self, left: str, right: str, *, shares: bool) -> bool:
        """Whether 和 stands between two names rather than within one."""
        if len(left) <= 3 and is_line(right):
            return True  # 甲乙和丙丁高速公路
        if left.endswith(GENERIC_HEADS):
            return head_noun(right) != ""
        if not self._names_something(left):
            return head_noun(left) != "" and len(left) >= 5 and bool(places_in(right[:5], self.province))
        return self._names_something(right) or (shares and head_noun(left) != "")

    def _names_something(self, words: str) -> bool:
        if len(words) < 2 or words.count("（") != words.count("）") or words.count("“") != words.count("”"):
            return False
        noun = head_noun(words)
        if not noun and len(words) > _LONGEST_PLACES and not words.endswith("期"):
            return False
        if places_in(words[:5], self.province) or _PHASE_ONLY.fullmatch(words) or re.search("[一二三]期$", words):
            return True
        return len(words) >= 4 and noun != "" and is_named(words, self.province)

    def _is_work(self, name: str, naming: str, written: str, trust: _Trust) -> bool:
        """Whether a phrase names a work.

        Args:
            name: The phrase in full.
            naming: The same with the place before it, which may be what makes it a name.
            written: What the text prints of it.
            trust: What the list that it stands in says for it.
        """
        if not 4 <= len(name) <= _LONGEST or not (head_noun(name) or trust.is_list):
            return False
        if is_vague(name) or _COUNTED.search(name) or "一批" in name or _ENCLOSED.fullmatch(name):
            return False
        if name.count("“") != name.count("”") or _is_only_places(name, self.province):
            return False
        if trust.is_labelled:
            return True
        if _NOT_WORKS.search(name) or _SENTENCE.search(name):
            return False
        return (
            self._is_listed_work(name, written, trust) if trust.is_list else self._is_single_work(name, naming, trust)
        )

    def _is_listed_work(self, name: str, written: str, trust: _Trust) -> bool:
        """In a box or before 等项目 a noun is enough, or a word that is not a general one."""
        if is_named(name, self.province) and not _is_only_places(written, self.province):
            return True
        return (head_noun(name) != "" and len(name) >= 5) or (trust.is_before_works and has_own_word(name))

    def _is_single_work(self, name: str, naming: str, trust: _Trust) -> bool:
        """In running text it has to be a name; 实施…工程 says that it is one."""
        if trust.is_programme and name.endswith("工程") and len(name) >= 6 and has_own_word(name[:-2]):
            return not name.endswith(("重点工程", "重大工程", "专项工程", "系列工程")) and not name.startswith(
                ("重大", "重点")
            )
        return head_noun(name) not in PROGRAMMES and "向" not in name and is_named(naming, self.province)

    # -- tables ----------------------------------------------------------------------------------------------------

    def _table(self, number: int, table: Table) -> Iterator[_Found]:
        """The rows of a table that has a column of names: 项目名称."""
        header = table.rows[0] if table.rows else ()
        column = next((cell.column for cell in header if _NAME_COLUMN.match(cell.text)), None)
        if column is None:
            return
        place = next((cell.column for cell in header if _PLACE_COLUMN.search(cell.text)), None)
        stage = next((cell.column for cell in header if _STAGE_COLUMN.search(cell.text)), None)
        rows = {block.start: index for index, block in enumerate(self.document.blocks) if block.table == number}
        for row in table.rows[1:]:
            cells = {cell.column: cell for cell in row}
            name = cells.get(column)
            if name is None or len(name.text) < 4 or not row:
                continue
            index = max((rows[start] for start in rows if start <= name.start), default=-1)
            words = cells[stage].text if stage in cells else ""
            nearby = cells[place].text if place in cells else ""
            yield _Found(
                name.text,
                name.start,
                name.end,
                index,
                stage=self._stage(words, index) if words and index >= 0 else "",
                nearby=nearby,
            )


@lru_cache(maxsize=4096)
def _stage_of(words: str) -> str:
    return next((stage for stage, pattern in _STAGES if pattern.search(words)), "")


def _shared_noun(mark: re.Match[str]) -> str:
    """The noun after 等 that the names before it share: 等水电站和储能项目 gives 水电站."""
    head = mark["head"].strip("“”").removesuffix("建设")
    first = _JOINT.split(head, maxsplit=1)[0]
    return first if first != head and head_noun(first) else head


def _closing(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that close a clause; the last character tells most clauses that have none."""
    return _CLOSING.search(text, max(start, end - _LONGEST_CLOSING), end) if text[end - 1] in _LAST else None


def _in_box(blocks: Sequence[Block]) -> list[bool]:
    inside: list[bool] = []
    for block in blocks:
        inside.append(block.parent >= 0 and (inside[block.parent] or blocks[block.parent].kind is BlockKind.BOX))
    return inside


def _after_place(name: str, province: str) -> str:
    """What follows the place at the start of a name."""
    for length in (4, 3, 2):
        if _is_only_places(name[:length], province):
            return name[length:]
    return name


def _bare(item: _Item) -> _Item:
    """The entry without a verb or a stage of its own: 改扩建甲至乙高速公路, 丙铁路建设, 丁水库（续建）."""
    stage = _STAGE_BRACKET.search(item.text) if item.text.endswith("）") else None
    verb = _ITEM_VERB.match(item.text)
    start = verb.end() if verb else 0
    end = stage.start() if stage else len(item.text)
    if item.text.endswith("建设") and head_noun(item.text[:-2]):
        end -= 2
    if end - start < 2:
        return item
    return _Item(item.text[start:end], item.start + start, item.start + end, _stage_of(stage[0]) if stage else "")


def _is_one_name(items: Sequence[_Item], province: str) -> bool:
    """甲市钢铁、医药产业集聚区: a place, its trades, and one noun at the end."""
    return (
        len(items) > 1
        and bool(places_in(items[0].text[:5], province))
        and not any(head_noun(item.text) for item in items[:-1])
        and not any(places_in(item.text, province) for item in items[1:])
    )


def _complete(items: Sequence[_Item], province: str, *, head: str, category: str) -> list[str]:
    """The names in full.

    A bare name takes the noun after 等 (甲、乙等水库), else that of the next name (甲、乙高铁), else that of the list's
    category (输变电工程：甲、乙等工程). 4号线 goes on with the line before it, 二期 with the work.
    """
    is_vague_head = not head or head in GENERIC_HEADS or is_vague(head)
    names: list[str] = []
    following = ("", "")
    for item in reversed(items):
        name = item.text
        noun = head_noun(name)
        if noun:
            following = (name, noun)
        elif not is_vague_head:
            name += head if len(name) <= 10 else ""
        elif following[0] and not _PHASE_ONLY.fullmatch(name) and (len(name) <= 3 or _is_only_places(name, province)):
            name += _ending(*following, province)
        elif category and len(name) <= 10:
            name += category
        elif head and len(name) < 4 and has_own_word(name):
            name += head[-2:]
        if noun and _SITE.search(name) and head.endswith("电站"):
            name += head
        names.append(name)
    return _continued(names[::-1])


def _ending(name: str, noun: str, province: str) -> str:
    """What a bare name before this one would share with it: 高铁; 跨境电子商务综合试验区 after a place."""
    rest = _after_place(name, province)
    if rest != name:
        return re.sub(r"^[两二三四五六七八九十]大", "", rest)
    return "" if noun in GENERIC_HEADS else name[name.rfind(noun) :]


def _continued(names: list[str]) -> list[str]:
    """沈阳地铁3号线、4号线 and 配置一期、二期 with the words that their numbers go on with."""
    line = previous = ""
    for index, name in enumerate(names):
        numbered = _NUMBERED_LINE.match(name)
        if numbered:
            line = numbered["line"]
        elif line and re.match(r"\d+号线", name):
            names[index] = line + name
        elif _PHASE_ONLY.fullmatch(name) and previous.endswith("期"):
            names[index] = previous[:-2] + name
        previous = names[index]
    return names


def _is_own_name(name: str, province: str) -> bool:
    noun = head_noun(name)
    return len(name) >= 4 and noun != "" and (is_named(name, province) or has_own_word(name.removesuffix(noun)))


def _is_only_places(name: str, province: str) -> bool:
    """Whether nothing but regions is named: 抚顺市, 辽阳灯塔市."""
    if len(name) > _LONGEST_PLACES:
        return False
    rest = name
    for place in places_in(name, province):
        rest = rest.replace(place, "").replace(place.rstrip("省市县区州盟旗"), "")
    return not rest.strip("省市县区州盟旗、和及")
