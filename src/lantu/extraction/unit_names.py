"""Lists of responsible units: where each name starts and ends, and the words that several names share.

A list is written to be short. 省发展改革委、财政厅 leaves out the second 省, 沈阳、抚顺市政府 leaves out the first 市政府,
等 stands for names that are not written. What comes back has every name in full.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lantu.vocabulary.organisations import department_prefix, is_collective, is_department, is_organisation


@dataclass(frozen=True, slots=True)
class UnitName:
    """One name of a list, in full, and the characters from which it was read.

    Attributes:
        name: The name with the words that it shares with its neighbours.
        start: First character, in the text that was read.
        end: One past the last.
        is_group: Whether it stands for several units that are not listed.
    """

    name: str
    start: int
    end: int
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class UnitList:
    """The names of a list, and whether 等 leaves it open."""

    names: tuple[UnitName, ...]
    is_open: bool = False


#: Stretches between commas: names share their endings within one of them.
_SEGMENT = re.compile(r"(?:[^，,；;。\t\n（]++|（[^（）]*+）|（)++")
_ITEM = re.compile(r"(?:[^、/（]++|（[^（）]*+）|（)++")
_JOINT = re.compile(r"以及|[和及与并]|会同|联合")
#: Words around a name that are not part of it.
_BEFORE = re.compile(r"(?:由|请|并由|以及|[及和与](?=[省市县各相有]|自治)|其中|包括|分别由|[：“”])+")
_AFTER = re.compile(r"(?:具体|共同|分别|[“”：、])+$")

#: 等 that leaves a list open, not the one of 高等, 平等, 同等; and what may follow it.
_OPEN = re.compile(
    r"等(?<![高中初同平对均]等)(?P<tail>(?:\d+个|[一二三四五六七八九十]+个|多个|若干)?(?!教育|院校|学校|级).*)$"
)
_PLACES_TAIL = re.compile(
    r"(?:\d+个)?(?P<which>相关|有关|部分)?(?P<shared>(?:设区)?(?:[市州县区盟旗]|自治县|自治州|市县|县区|市（州）|县（市、区）|县（区）)(?:（[^（）]*）)?(?:(?:人民)?政府|党委和政府|管委会)?)$"
)

#: Endings that several places share: 沈阳、抚顺|市政府, 锦州、营口|海事局.
_SHARED = re.compile(
    r"(?:市|州|县|区|盟|旗|自治县|自治州|地区|新区|开发区|示范区|经开区|高新区)?"
    r"(?:(?:人民)?政府|党委和政府|党委|管委会|管理委员会|海关|海事局|税务局|水务局|供电公司|银保监分局|金融监管分局)$|(?:市|州|盟)$"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,7}?(?:[市州县区盟旗]|自治县|自治州|地区|新区)")
_BARE_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}")
#: A level without a name that goes on with the collective name before it: 相关市、|县政府; 各市、|县（区）人民政府.
_NEXT_LEVEL = re.compile(
    r"(?:各|相关|有关)?(?:[市州县区盟旗乡镇]|自治县|县区|市区|乡镇|街道|开发区|园区)(?:[（、][^（）]*）)?(?:（[^（）]*）)?(?:(?:人民)?政府|党委和政府|党委|管委会|委)?(?:和有关部门|和部门)?"
)
_UNFINISHED_COLLECTIVE = re.compile(
    r"(?:(?:各|相关|有关|所有|全省|省内|沿线|沿海|涉及|属地)+(?:设区|地级)?(?:[市州县区盟旗乡镇]|自治县|地区)?|[市州县区盟旗乡])(?:（[^（）]*）)?"
)


def read_units(text: str, start: int = 0, end: int | None = None) -> UnitList:
    """The units that characters ``start`` to ``end`` of a text name, in the order written.

    EBNF::

        units   = segment , { ( "，" | "；" ) , segment } ;
        segment = item , { ( "、" | "和" | "及" | "与" ) , item } ;
        item    = name | level-less department | bare place | collective , [ "、" , level ] | item , "等" , [ tail ] ;
        tail    = "部门" | "单位" | "有关部门" | ... | level , "政府" | ( "相关" | "有关" ) , level , "政府" ;

    >>> [unit.name for unit in read_units("省发展改革委、财政厅等，沈阳、抚顺市政府，相关市、县政府").names]
    ['省发展改革委', '省财政厅', '沈阳市政府', '抚顺市政府', '相关市、县政府']
    """
    end = len(text) if end is None else end
    names: list[UnitName] = []
    is_open = False
    for segment in _SEGMENT.finditer(text, start, end):
        found, opened = _read_segment(text, *segment.span())
        names += found
        is_open |= opened
    return UnitList(tuple(_carry_levels(names)), is_open)


def _read_segment(text: str, start: int, end: int) -> tuple[list[UnitName], bool]:
    """The names between two commas, endings shared, and whether 等 stands among them."""
    names: list[UnitName] = []
    is_open = False
    for item in _items(text, start, end):
        mark = _OPEN.search(item.name)
        if mark is None:
            names.append(item)
            continue
        places = _PLACES_TAIL.match(mark["tail"])
        if places and places["which"]:
            names = _gather_group(text, names, item)
            continue
        is_open = True
        core = item.name[: mark.start()]
        if core:
            name = core + places["shared"] if places else core
            names.append(_trimmed(UnitName(name, item.start, item.end if places else item.start + len(core))))
    return _marked(_share_endings(_merge_levels(text, names))), is_open


def _items(text: str, start: int, end: int) -> Iterator[UnitName]:
    for item in _ITEM.finditer(text, start, end):
        for piece in _split_joint(UnitName(item[0], *item.span())):
            trimmed = _trimmed(piece)
            if trimmed.name:
                yield trimmed


def _trimmed(unit: UnitName) -> UnitName:
    """The name without the words around it: 由省发展改革委 is 省发展改革委."""
    before = _BEFORE.match(unit.name)
    if before:
        unit = replace(unit, name=unit.name[before.end() :], start=unit.start + before.end())
    after = _AFTER.search(unit.name)
    if after:
        unit = replace(unit, name=unit.name[: after.start()], end=unit.end - len(after[0]))
    return unit


def _split_joint(unit: UnitName) -> list[UnitName]:
    """Two names joined by 和, 及 or 与; one name where the word is part of it, as in 省文化和旅游厅.

    A joint parts two names only where a name is complete on both sides.
    """
    for joint in _JOINT.finditer(unit.name):
        left, right = unit.name[: joint.start()], unit.name[joint.end() :]
        if _is_complete_left(left, right) and _is_complete_right(right):
            first = replace(unit, name=left, end=unit.start + joint.start())
            return [first, *_split_joint(replace(unit, name=right, start=unit.start + joint.end()))]
    return [unit]


def _is_complete_left(left: str, right: str) -> bool:
    if left.count("（") != left.count("）"):
        return False
    if is_organisation(left) or is_collective(left) or _OPEN.search(left):
        return True
    # 沈阳和大连市政府: a bare place before a place's government.
    return _is_bare_place(left) and bool(_PLACE.match(right)) and right.endswith("政府")


def _is_complete_right(right: str) -> bool:
    core = _OPEN.sub("", right) or right
    if core in {"政府", "人民政府", "管委会", "政府部门"}:
        return False
    return (
        is_department(core)
        or is_collective(core)
        or (len(core) >= 3 and is_organisation(core))
        or bool(_JOINT.search(core))
    )


def _gather_group(text: str, names: list[UnitName], last: UnitName) -> list[UnitName]:
    """沈阳、大连等相关市政府 is one group, named as written; complete names before it stay by themselves."""
    first = len(names)
    while first and _is_bare_place(names[first - 1].name):
        first -= 1
    start = names[first].start if first < len(names) else last.start
    return [*names[:first], UnitName(text[start : last.end], start, last.end, is_group=True)]


def _merge_levels(text: str, names: list[UnitName]) -> list[UnitName]:
    """相关市 and 县政府 become 相关市、县政府."""
    merged: list[UnitName] = []
    for unit in names:
        if merged and _UNFINISHED_COLLECTIVE.fullmatch(merged[-1].name) and _NEXT_LEVEL.fullmatch(unit.name):
            start = merged.pop().start
            unit = UnitName(text[start : unit.end], start, unit.end, is_group=True)  # noqa: PLW2901 - the longer name stands for it
        elif merged and unit.name in {"政府", "人民政府"} and merged[-1].name.endswith("党委"):
            start = merged.pop().start
            unit = UnitName(text[start : unit.end], start, unit.end)  # noqa: PLW2901 - 各市党委、政府 is one name
        merged.append(unit)
    return merged


def _share_endings(names: list[UnitName]) -> list[UnitName]:
    """沈阳 before 抚顺市政府 becomes 沈阳市政府, and 沈阳市 too. The last name of a list is the one that is complete."""
    shared: list[UnitName] = []
    ending = ""
    for unit in reversed(names):
        if ending and not unit.is_group and (completed := _completed(unit.name, ending)):
            shared.append(replace(unit, name=completed))
            continue
        found = (
            None
            if is_department(unit.name) or is_collective(unit.name) or department_prefix(unit.name)
            else _SHARED.search(unit.name)
        )
        ending = found[0] if found and found.start() >= 2 else ""
        shared.append(unit)
    return shared[::-1]


def _completed(name: str, ending: str) -> str:
    """The name with the ending that it shares; "" where it needs none or is no place."""
    if is_collective(name) or is_department(name) or department_prefix(name):
        return ""
    if _is_bare_place(name):
        return name + ending if len(ending) > 1 or len(name) <= 3 else ""
    if _PLACE.fullmatch(name):
        body = re.sub(r"^(?:市|州|县|区|盟|旗|自治县|自治州|地区|新区|开发区|示范区|经开区|高新区)", "", ending)
        return name + body if body else ""
    return ""


def _is_bare_place(name: str) -> bool:
    """Whether the name may be a place without its level: 沈阳, and 锦州, whose 州 belongs to a city's name."""
    return (
        bool(_BARE_PLACE.fullmatch(name))
        and (not is_organisation(name) or (len(name) == 2 and name.endswith("州")))
        and not is_collective(name)
    )


def _marked(names: list[UnitName]) -> list[UnitName]:
    return [replace(unit, is_group=True) if not unit.is_group and is_collective(unit.name) else unit for unit in names]


def _carry_levels(names: list[UnitName]) -> Iterator[UnitName]:
    """省发展改革委、财政厅: a department without a level takes that of the department before it."""
    level = ""
    for unit in names:
        if unit.is_group:
            yield unit
        elif is_department(unit.name) or (
            unit.name.endswith("厅") and not department_prefix(unit.name) and len(unit.name) <= 8
        ):
            yield replace(unit, name=_level_for(level, unit.name) + unit.name)
        else:
            level = department_prefix(unit.name) or level
            yield unit


def _level_for(level: str, department: str) -> str:
    """省委 goes on to the next department of the party, and as 省 to one of the government."""
    is_party = department.endswith("部") or department in {
        "政法委",
        "网信办",
        "编办",
        "政研室",
        "改革办",
        "财经办",
        "外办",
        "台办",
    }
    return level.removesuffix("委") if level.endswith("委") and not is_party else level
