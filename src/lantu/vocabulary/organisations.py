"""What governments, their departments and other bodies are called (机构名称), and when two names mean the same one."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

#: Suffixes written in two lengths. Longest first, so that 管理委员会 is not read as 委员会.
_SUFFIX_FORMS = (("管理委员会", "管委会"), ("委员会", "委"), ("办公室", "办"))

#: Levels of government that stand in front of a department's name without saying which one: 省, 市, 自治区.
_LEVELS = "国家|中央|自治区|省|市|自治州|州|地区|盟|自治县|县|旗|区|兵团|师|新区|乡|镇|街道"
_LEVEL = re.compile(rf"(?:(?:中共)?(?:[\u4e00-\u9fff]{{2,11}}?)?(?:{_LEVELS})|中共)(?:委|政府|人民政府)?")
_PARTY = re.compile(r"^中共|(?<=[省区市州盟县旗乡镇])委$|(?:人民)?政府$")
_GOVERNMENT = re.compile(r"(?P<prefix>.*?)(?:人民)?政府")

_SUFFIX = re.compile(
    r"(?:[厅局委办部院署处室]|委员会|办公厅|办公室|党委|党组|工委|纪委|监委|(?:人民)?政府|管委会|指挥部|领导小组|专班|推进组|工作组"
    r"|中心|研究所|集团|公司|银行|分行|支行|海关|总队|支队|大队|大学|学院|学校|党校|医院|图书馆|博物馆|档案馆|文化馆|协会|学会|联合会|商会|促进会|基金会|红十字会"
    r"|总工会|工会|妇联|共青团|团[省市县区州]委|残联|科协|文联|侨联|作协|工商联|法院|检察院|人大|人大常委会|政协|供销社|联社|信用社"
    r"|示范区|开发区|新区|高新区|自贸区|片区|经开区|度假区|合作区|保税区|试验区|先行区|管理区|产业园|科技城|园区|街道|省军区|军区|军分区|武装部|兵团"
    r"|电力|电网|联通|移动|电信|铁塔|邮政|烟草|石油|石化|铁路|机场|港口|油田|能源|矿业|钢铁|海事|气象|消防|广播电视台|电视台|日报社|报社|航空|投资|控股|保险|证券"
    r"|[市州县区盟旗乡镇省])(?:（[^（）]*）)?"
)

_COLLECTIVE_START = re.compile(
    r"各|相关|有关|所有|其他|其它|其余|涉及|属地|当地|地方|沿海|沿线|全[省市县区州]|[省市县区州]属|[省市县区州（中）]{1,5}直(?!机关工|属机关工)|市县|市区县|县区|乡镇|基层|辖区|事发地|驻[\u4e00-\u9fff]|在[\u4e00-\u9fff]"
)
#: A level without a name, alone with its bracket: 县（区）人民政府, 市（州）政府, 设区市党委. 市政府 alone is one unit.
_NAMELESS = re.compile(
    r"(?:设区的?市|地级市|地级以上市|(?:[市州县区盟旗](?:[、和及（]|(?=[市州县区盟旗])))[市州县区盟旗、和及（）]*|乡镇(?:（街道）)?|乡（镇）|镇街|街镇|乡镇街道|街道（乡镇）|街道办事处)"
    r"(?:（[^（）]*）)?(?:[市县区])?(?:人民)?(?:政府|党委|管委会|党委和政府|党委、政府|办事处)?(?:和.*|、.*)?"
)
_COLLECTIVE_END = re.compile(
    r".*(?:有关|相关|各).*"
    r"|(?:[\u4e00-\u9fff]{0,8})(?:部门|成员单位|责任单位|主管单位|业主单位|项目单位|建设单位|运营单位|事业单位|牵头单位|配合单位|地区|地方政府)"
    r"|(?:[省市县区州驻在属中央部重点大型骨干龙头地方国有民营科技金融保险银行电力通信电信运营工业]{0,8})(?:高校|高等院校|高等学校|院校|职业院校|科研院所|科研机构|医疗机构|央企|国企|企业|中央企业|国有企业|金融机构|运营商|运营企业|行业协会|商业银行|社会组织|园区|开发区|学校|医院|乡镇|街道)"
)


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A name taken apart: whose department (省, 沈阳市, 国家 or "") and which one (发展改革委, 政府)."""

    prefix: str
    body: str


def standard_name(name: str) -> str:
    """The name in the form that provincial documents print: long forms shortened, old and clipped stems replaced.

    >>> standard_name("省发展和改革委员会"), standard_name("沈阳市工信局"), standard_name("大连市人民政府")
    ('省发展改革委', '沈阳市工业和信息化局', '大连市政府')
    """
    parsed = parse_name(name)
    return parsed.prefix + parsed.body


def same_organisation(one: str, other: str) -> bool:
    """Whether two names mean the same body, seen from within one document.

    A name without a level (发展改革委) is the department of the level whose document it stands in, so it is the same as
    省发展改革委; 省 is the same as 辽宁省. 省财政厅 and 市财政局 differ, as do two cities' departments.

    >>> same_organisation("省发改委", "辽宁省发展和改革委员会"), same_organisation("省教育厅", "市教育局")
    (True, False)
    """
    first, second = parse_name(one), parse_name(other)
    if first.body != second.body:
        return False
    return (
        first.prefix == second.prefix
        or (first.body != "政府" and _compatible(first.prefix, second.prefix))
        or _same_level(first.prefix, second.prefix)
    )


@lru_cache(maxsize=4096)
def parse_name(name: str) -> OrganisationName:
    """The name's prefix and standard body.

    EBNF: name = [ level ] , ( department | [ "人民" ] , "政府" | anything ) ; department = stem , suffix ;
    """
    name = re.sub(r"[“”\"\s]", "", name)
    prefix = department_prefix(name)
    body = _bodies().get(name[len(prefix) :])
    if body is not None:
        return OrganisationName(_PARTY.sub("", prefix).removeprefix("中共"), body)
    government = _GOVERNMENT.fullmatch(name)
    if government:
        return OrganisationName(government["prefix"], "政府")
    return OrganisationName("", _short_suffix(name))


@lru_cache(maxsize=4096)
def department_prefix(name: str) -> str:
    """The level in front of a known department, as written: 省 of 省财政厅, 省委 of 省委宣传部; "" where there is none.

    >>> department_prefix("省委宣传部"), department_prefix("沈阳市财政局"), department_prefix("财政厅")
    ('省委', '沈阳市', '')
    """
    bodies = _bodies()
    if name in bodies:
        return ""
    starts = (start for start in range(1, len(name)) if name[start:] in bodies and _LEVEL.fullmatch(name, 0, start))
    return name[: next(starts, 0)]


def is_department(name: str) -> bool:
    """Whether the name is a department's without any level in front: 财政厅, 发改委, 宣传部."""
    return name in _bodies()


@lru_cache(maxsize=4096)
def is_organisation(name: str) -> bool:
    """Whether the name ends as names of bodies do, known or not.

    EBNF: name = words , suffix , [ "（" , words , "）" ] ;
    suffix = "厅" | "局" | "委" | "办" | "部" | "院" | "中心" | "集团" | "公司" | "管委会" | "政府" | "示范区" | ... ;

    >>> is_organisation("国网辽宁电力"), is_organisation("沈抚示范区"), is_organisation("提高效率")
    (True, True, False)
    """
    return name in _bodies() or _ends_as_organisation(name)


@lru_cache(maxsize=4096)
def is_collective(name: str) -> bool:
    """Whether the name stands for several bodies that it does not list.

    EBNF: collective = ( "各" | "相关" | "有关" | "省直" | ... ) , words | nameless level , [ "政府" ] | words , "部门" ;

    >>> [is_collective(name) for name in ("相关市、县政府", "县（区）人民政府", "市直有关部门", "市政府", "沈阳市政府")]
    [True, True, True, False, False]
    """
    return bool(_COLLECTIVE_START.match(name) or _NAMELESS.fullmatch(name) or _COLLECTIVE_END.fullmatch(name))


def _ends_as_organisation(name: str) -> bool:
    """Whether a suffix of bodies ends the name. Only the last few characters are tried: no suffix is longer."""
    bracket = name.rfind("（") if name.endswith("）") else -1
    end = bracket if bracket > 0 else len(name)
    return any(_SUFFIX.fullmatch(name, start, end) for start in range(max(1, end - 6), end))


def _compatible(one: str, other: str) -> bool:
    return "国家" not in (one, other) and "中央" not in (one, other) and (not one or not other)


def _same_level(one: str, other: str) -> bool:
    """Whether one prefix is the other's last word (省, 辽宁省) or lacks only its level (辽宁, 辽宁省)."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    return (long.endswith(short) and bool(re.fullmatch(_LEVELS, short))) or (
        long[len(short) :] in {"省", "市"} and long.startswith(short)
    )


def _short_suffix(name: str) -> str:
    for long, short in _SUFFIX_FORMS:
        if name.endswith(long):
            return name.removesuffix(long) + short
    return name


@cache
def _bodies() -> dict[str, str]:
    """Every written form of a department's body, with the standard one: 发展和改革委员会 -> 发展改革委."""
    bodies: dict[str, str] = {}
    for line in Path(__file__).with_name("organisations.txt").read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0]
        if ":" not in entry:
            continue
        stems, _, suffixes = entry.partition(":")
        names = [stem.strip() for stem in stems.split("=")]
        for suffix in suffixes.split() or [""]:
            standard = names[0] + suffix
            for stem in names:
                for form in (suffix, *(long for long, short in _SUFFIX_FORMS if short == suffix)):
                    bodies.setdefault(stem + form, standard)
    return bodies
