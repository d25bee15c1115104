"""What the names of works look like: the noun at their end, and the words that tell a name from a kind of thing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lantu.vocabulary.regions import find_places, find_regions, region_names

#: Nouns of works whose names need only a word in front that is not a general one: 南瓜坪水库, 沈白高铁.
_INFRASTRUCTURE = (
    "高速铁路|城际铁路|旅游铁路|疏港铁路|货运铁路|铁路专用线|铁路|高铁|客专|城际|动车所|高速公路|高速|"
    "公路|国道|省道|特大桥|大桥|隧道|快速路|环线|新机场|机场群|机场|航站楼|火车站|高铁站|东站|西站|"
    "南站|北站|二跑道|第二跑道|跑道|港区|码头|航道|深水港|新港|疏港线|水利枢纽|水库|灌区|水资源配置|水电站|"
    "抽水蓄能电站|抽水蓄能|储能电站|调峰电站|核电站|核电|机组|热电|电站|风电场|变电站|换流站|输变电|特高压|"
    "直流|输电|气田|油田|油气田|煤矿|露天矿|铜矿|铁矿|金矿|LNG接收站|储气库群|储气库|轻轨|地铁|"
    "号线|轨道交通|有轨电车|炼化一体化"
)
#: Nouns that need a place, a firm or a name in quotes before them: 沈阳综合保税区, “星火”超级节点.
_FACILITIES = (
    "大通道|通道|大道|引水|调水|供水|输水|水网|电厂|火电|煤电|气电|光热|风电|光伏|接收站|管道|管线|"
    "精细化工|乙烯|水厂|污水处理厂|植物园|动物园|产业基地|示范基地|基地|数据中心|超算中心|智算中心|"
    "算力中心|会展中心|冰上运动中心|运动中心|集结中心|交易中心|分中心|中心|国家公园|文化公园|公园|"
    "产业园区|产业园|科技园|物流园区|物流园|工业园区|工业园|合作园区|园区|小镇|街区|综合保税区|保税区|"
    "综试区|试验区|示范区|合作区|先行区|开发区|度假区|旅游区|景区|风景区|片区|集聚区|功能区|科学城|"
    "科技城|汽车城|赛道城|新城|枢纽|口岸|大环线|旅游带|廊道|走廊|数据库|数据湖|平台|系统|装置|光源|"
    "实验室|研究院|博物馆|科技馆|图书馆|文化馆|美术馆|纪念馆|体验馆|体育馆|体育场|剧院|大学|学院|校区|"
    "医院|院区|生产线|产线|智能工厂|灯塔工厂|工厂|制造厂|总部|大市场|专业市场|市场|陆港|国际陆港|空港|"
    "物流港|直联点|超级节点|节点|综合体|村落"
)
#: Nouns that say no more than that it is a work.
GENERIC_HEADS = ("项目", "工程")
#: Nouns of campaigns: works where a box lists them, not in running text.
PROGRAMMES = ("计划", "行动")
#: What is done to a thing that exists, as part of a work's name: 沈飞机场搬迁, 溪田铁路电气化提级改造.
_WORKS = r"(?:(?:改?扩建|迁建|搬迁|扩容|扩能|提级|电气化|升级|续建配套|现代化|节水|提质增效|环境|综合|生态|易地|技术|提速|延伸|延长|东延|西延|南延|北延|东扩|清淤|除险|加固|[和与及]|整体)*(?:改造|改扩建|扩建|迁建|搬迁|扩容|扩能|治理|整治|修复|加固|续建|利用|延伸|延长线|东延线|西延线|南延线|北延线|延线))"
_PHASE = r"(?:[一二三四五六七八九十](?:期|阶段)(?:[一二三]步)?|\d期|[东西南北中]段|[\u4e00-\u9fff（）]{2,20}段|T\d航站楼|（[^（）]{1,16}）)"

_HEADS = sorted({*_INFRASTRUCTURE.split("|"), *_FACILITIES.split("|"), *GENERIC_HEADS}, key=len, reverse=True)
_HEAD = re.compile(
    rf"(?P<head>{'|'.join(_HEADS)})(?P<after>{_PHASE}?(?:{_WORKS})?(?:建设)?(?:项目|工程)?{_PHASE}?(?:项目|工程)?)$"
)
_LAST_WORDS = sorted({head[-2:] for head in _HEADS})
#: The end of any of these nouns, for a first look at a clause.
WORK = re.compile("|".join(_LAST_WORDS) + "|济|入")  # literals only: so the engine looks at first characters
#: What such an end could be, by its two characters alone: quicker, and right about most clauses that hold none.
HINT = re.compile(
    rf"[{''.join(sorted({word[0] for word in _LAST_WORDS}))}][{''.join(sorted({word[1] for word in _LAST_WORDS}))}]|[济入]"
)
_PROGRAMME_HEAD = re.compile(rf"(?:{'|'.join(PROGRAMMES)})$")
_IS_INFRASTRUCTURE = frozenset(_INFRASTRUCTURE.split("|"))

#: Words that name no one thing, however many stand together: 大型灌区, 国家综合物流枢纽.
_GENERAL = re.compile(
    r"[\d.]+(?:万|亿)?(?:吨级|千伏|千瓦|兆瓦|吉瓦时|平方米|米|车道|吨|个|座|条)?|世界级|一流|跨江|跨海|大中小型|大中型|中小型|大型|中型|小型|特大型|重大|重点|重要|一批|若干|新型|新建|在建|其他|其它|各类|各|国家级|国家|国际|全国|全省|全市|省级|省际|省内|市级|县级|区域性|区域|跨境|跨区域|地方|高水平|高质量|高标准|高能级|高品质|高端|高技术"
    r"|现代化|现代|智慧|智能化|智能|数字化|数字|绿色|低碳|清洁|循环|农业|农产品|农村|农田|城市|城镇|城乡|乡村|县域|社区|产业化|产业|工业|企业|制造业|制造|科技|科学|技术|创新|研发|成果转化|转化|公共|服务业|服务|文化|旅游|文旅|康养|教育|职业|医疗|卫生"
    r"|健康|养老|托育|体育|健身|生态|环境|水利|水资源|水源|能源|电力|电网|交通|运输|物流|冷链|仓储|信息|数据|网络|互联网|通信|安全|应急|防洪|防灾|减灾|基础设施|基础|设施|综合|专业|专项|示范|试点|先进|优势|特色|骨干|干线|支线|专用|普通|通用|城际|市域|疏港|国省"
    r"|抽水蓄能|海上|陆上|集中式|分布式|光伏|风电|核电|火电|煤电|储能|氢能|新能源|可再生|装备|材料|新材料|化工|石化|生物|医药|汽车|机器人|人工智能|大数据|云计算|算力|公路|铁路|高速|机场|港口|航空|航运|轨道|水路|多式联运|中欧班列|综合立体"
    r"|改造|提升|扩容|升级|建设|整治|治理|修复|保护|管理|监测|监管|指挥|调度|采购|交易|商贸|流通|展示|培训|孵化|实训|研究|检测|检验|认证|标准|推广|应用|中医药|妇幼|精神|老旧小区|保障性|住房|棚户区|地下|管网|管廊|供水|供热|供气|污水|垃圾|固废|病险|中小河流|山洪|饮用水"
)
_QUOTED = re.compile(r"[“《]([^”》]{2,16})[”》]")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]期|\d+期|\d+号线|\d+号机组|第[二三四]跑道|二跑道|[\u4e00-\u9fff]至[\u4e00-\u9fff]|[\u4e00-\u9fff][—–][\u4e00-\u9fff]"
)
#: Two to four characters that stand for the ends of a line: 沈白高铁, 成南高速.
_LINE = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:高铁|铁路|高速公路|高速|城际|客专|直流|通道|大桥|隧道|引水|调水)(?![\u4e00-\u9fff]{3})"
)
#: 引黄济宁, 引洋入连: water led from one place to another.
_DIVERSION = re.compile(r"(?<!“)引[\u4e00-\u9fff]{1,2}[济入补][\u4e00-\u9fff]{1,2}(?!”)")
_FIRM = re.compile(
    r"[A-Z]{2,}|[\u4e00-\u9fff]{2,6}(?:集团|股份)|中石化|中石油|中海油|国家电投|中核|中广核|华能|华电|大唐|国能|三峡|华润|比亚迪|宁德时代|京东方|华为|宝武|鞍钢|中粮|一汽|上汽"
)
_VAGUE = re.compile(
    r"^(?:一批|若干|其他|其它|各类|有关|相关|这些|所有|部分|多个|重大|重点|一系列|系列|标志性|高质量|优质|好|大|新|\d)*(?:重点|重大|标志性|产业|投资|建设|民生|示范|基础设施|配套|专项|系统|试点|骨干)*(?:项目|工程|平台|中心|基地|园区|系统)(?:建设)?$"
)


@lru_cache(maxsize=16384)
def head_noun(name: str) -> str:
    """The noun that says what a work is: 铁路, 抽水蓄能电站, 产业园; "" where none is known.

    >>> head_noun("沈飞机场搬迁"), head_noun("徐大堡核电二期"), head_noun("数字经济")
    ('机场', '核电', '')
    """
    if name.endswith(GENERIC_HEADS):
        return name[-2:]
    found = _HEAD.search(name)
    if found:
        return found["head"]
    if _DIVERSION.search(name):
        return "引水"
    programme = _PROGRAMME_HEAD.search(name)
    return programme[0] if programme else ""


@lru_cache(maxsize=16384)
def is_named(name: str, province_code: str = "") -> bool:
    """Whether a phrase names one work rather than a kind of works.

    It does with a place, a firm, words in quotes, a phase or a line's two ends; before the noun of an infrastructure a
    word that is not a general one is enough.

    >>> is_named("沈白高铁"), is_named("南瓜坪大型水库"), is_named("城际铁路"), is_named("农产品交易中心")
    (True, True, False, False)
    """
    if is_vague(name):
        return False
    if (
        _DIVERSION.search(name)
        or _NUMBERED.search(name)
        or _QUOTED.search(name)
        or _FIRM.search(name)
        or places_in(name, province_code)
    ):
        return True
    if _LINE.match(name):
        return not _GENERAL.match(name)
    found = _HEAD.search(name)
    return found is not None and found["head"] in _IS_INFRASTRUCTURE and has_own_word(name[: found.start()])


@lru_cache(maxsize=16384)
def has_own_word(words: str) -> bool:
    """Whether words say more than what kind of thing is meant.

    >>> has_own_word("国家综合物流"), has_own_word("英歌石")
    (False, True)
    """
    return len(_GENERAL.sub("", words)) >= 2


def is_line(name: str) -> bool:
    """Whether a phrase names a line by its two ends: 沈白高铁."""
    return _LINE.match(name) is not None and not _GENERAL.match(name)


def is_vague(name: str) -> bool:
    """Whether a phrase only says that there are works: 一批重大项目, 其他新型储能项目."""
    return (
        bool(_VAGUE.match(name))
        or name.endswith(("”项目", "”重点项目", "”重大项目"))
        or name.startswith(("优质", "其他", "其它", "一批", "若干", "各类", "等"))
    )


@lru_cache(maxsize=16384)
def places_in(name: str, province_code: str = "") -> tuple[str, ...]:
    """The regions that a phrase names: provinces and prefectures in full, the province's counties as written.

    >>> places_in("加快抚顺清原抽水蓄能电站建设", "210000")
    ('抚顺市', '清原')
    """
    own = region_names(province_code) if province_code else frozenset()
    places = list(_provinces_and_prefectures(name, own))
    mentions = find_places(name, province_code) if province_code else ()
    if mentions:
        taken = {position for start, end, _ in places for position in range(start, end)}
        for mention in mentions:
            start, end = mention.start, mention.end
            # A county's short name is often part of a word (棋盘山): it has to stand at an edge or after another place.
            is_apart = start == 0 or start - 1 in taken or name[start - 1] in _EDGES or name[end : end + 1] in _EDGES
            if is_apart and taken.isdisjoint(range(start, end)):
                places.append((start, end, name[start:end]))
                taken.update(range(start, end))
    return tuple(dict.fromkeys(place for _, _, place in sorted(places)))


def _provinces_and_prefectures(name: str, own: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Those that a phrase names. What is 海南 in a document of 青海 is a prefecture, and 引黄济宁 is no city."""
    water = _DIVERSION.search(name)
    for mention in find_regions(name):
        if water and mention.start < water.end() and mention.end > water.start():
            continue
        written = name[mention.start : mention.end]
        is_own = written in own and mention.code.endswith("0000")
        yield mention.start, mention.end, written if is_own else mention.name


_EDGES = frozenset("（）、—–至和及与“”·市县区州段港")
