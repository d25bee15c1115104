"""What the words around a number say: subject, kind of number, comparator.

A clause of the genre puts its number at the end of what it measures, or in front of it:

    clause  = { opener | act }, subject, { adverb }, [ change ], [ comparator ], QUANTITY ;   地区生产总值增长5.5%
            | { opener }, act, QUANTITY, [ "以上" ], [ "的" ], subject, [ outcome ] ;         建成15个现代农业产业园
            | { adverb }, [ change ], [ comparator ], QUANTITY ;                            同比增长9.4% (subject carried)

Both sides are read from the number outwards, longest known word first, so the cost is a few table look-ups a number.
"""

import re
from dataclasses import dataclass

from lantu.extraction.lexicon import (
    ACTS,
    ADVERBS,
    COMPARATORS,
    DECLINES,
    FLOW_NOUNS,
    GROWTHS,
    LEVELS,
    OPENERS,
    STATE_TAILS,
)
from lantu.model.statement import Comparator, Measure

_LONGEST_WORD = 6


@dataclass(slots=True)
class LeftSide:
    """What stands before a number in its clause.

    Attributes:
        core: The words left when the verbs next to the number are taken off: the subject with what opens it.
        measure: Growth, decline or level where a word says so, else None.
        comparator: Where a word before the number says how it binds, else None.
        act: The act that stands right before the number (建设|15个), else "".
        distributive: Whether 分别, 各 or 均 hands several numbers out.
        origin: Whether 从 or 由 makes this the value that a change started from.
        words: The words taken off, nearest to the number first: why it was understood so.
    """

    core: str
    measure: Measure | None
    comparator: Comparator | None
    act: str
    distributive: bool
    origin: bool
    words: tuple[str, ...]


def read_left(text: str) -> LeftSide:
    """The verbs next to the number, and what is left of the clause before them.

    Recognises 增长|5.3%, 总量突破|3万亿, 比重力争达到|30%, 分别增长|4.3%, 由|10.5年 增加到|11年, 建设|15个.
    """
    measure: Measure | None = None
    comparator: Comparator | None = None
    distributive = origin = False
    words: list[str] = []
    end = len(text)
    while end > 0:
        word = _last_word(text, end)
        if not word:
            aside = _ASIDE.search(text, max(0, end - _LONGEST_ASIDE), end)
            if aside is None or aside.end() != end:
                break
            end = aside.start()
            continue
        if word in COMPARATORS:
            comparator = comparator or COMPARATORS[word]
            if word in _LEVEL_COMPARATORS and measure is None:
                measure = Measure.LEVEL
        elif word in LEVELS:
            origin = origin or word in ("从", "由")
            measure = measure or Measure.LEVEL
        elif word in GROWTHS:
            measure = measure or Measure.GROWTH
        elif word in DECLINES:
            measure = measure or Measure.DECLINE
        elif word in ("分别", "各", "各自", "平均分别", "同比分别"):
            distributive = True
        words.append(word)
        end -= len(word)
    core = text[:end]
    act = ""
    if measure in (None, Measure.LEVEL) or comparator is not None:
        act = _last_act(core)
    return LeftSide(core, measure, comparator, act, distributive, origin, tuple(words))


#: What may stand between a subject and its verb without belonging to either: 较“十三五”末, 比上年, 2025年的, 按可比价.
_ASIDE = re.compile(
    r"(?:(?:分别)?(?:较|(?<!占)比|同|与)[^，。；、]{1,14}?(?:末|年|时期|前|相比|同期|底|初|月|均|计划|目标|水平)"
    r"|(?:在|截至)?(?:(?:19|20)\d\d年[、和])*(?:(?:19|20)\d\d年|“?十[一二三四五六七]五”?(?:时期|期间|末)?)(?:末|底|前)?|(?:近|过去|连续)[一二三四五六七八九十\d]+年|(?:高于|低于|优于|好于)(?:国家|全国|省)(?:考核|年度|规定|下达)?)$"
)
_LONGEST_ASIDE = 26
_LEVEL_COMPARATORS = frozenset("突破 跨越 跨过 越过 迈过 迈上 迈入 站上 跨上 跃上 跃升至 过 优于".split())
_TAIL_WORDS = frozenset(COMPARATORS) | LEVELS | GROWTHS | DECLINES | ADVERBS
#: Words of one character are taken off only behind a noun that they cannot be part of.
_BOUND = {
    "过": "通经超不",
    "前": "年月目当提以之日生",
    "约": "签契条节集制公合",
    "近": "附邻",
    "增": "新净",
    "减": "",
    "降": "",
    "涨": "",
    "有": "拥所国共享私",
    "是": "",
    "为": "行成作以",
    "达": "发",
    "占": "",
    "居": "民定宜旅安",
    "列": "系班专",
    "到": "",
    "至": "以甚",
    "从": "",
    "由": "自理",
    "少": "",
    "少于": "",
    "年": "0123456789",
    "能": "功性智节产储动职效可氢核",
    "可": "许认",
    "又": "",
    "已": "而",
    "再": "",
    "净": "",
    "共": "公",
    "均": "人平日月年户亩",
    "各": "",
    "将": "",
    "的": "目",
    "了": "",
    "也": "",
    "还": "返归偿",
    "仅": "",
    "只": "",
    "跌": "",
    "超": "",
    "逾": "",
    "就": "成",
    "仍": "",
    "也将": "",
    "现": "",
}


def _last_word(text: str, end: int) -> str:
    """The longest known word that ends at ``end``; "" where there is none."""
    for length in range(min(_LONGEST_WORD, end), 0, -1):
        word = text[end - length : end]
        if word in _TAIL_WORDS and not (length == 1 and end > 1 and text[end - 2] in _BOUND.get(word, "")):
            if word in _CHANGES and _is_end_of_act(text, end, length):
                return ""
            # 人口自然增长率 is a name; in 工业投资增长率 the last word is a change.
            return "" if word == "增长率" and text.endswith("自然", 0, end - length) else word
    return ""


_CHANGES = GROWTHS | DECLINES


def _is_end_of_act(text: str, end: int, length: int) -> bool:
    """Whether a word of change is the end of a longer act: 改造提升|21条."""
    return any(text[end - longer : end] in ACTS for longer in range(length + 1, min(_LONGEST_WORD, end) + 1))


def _last_act(core: str) -> str:
    for length in range(min(_LONGEST_WORD, len(core)), 1, -1):
        if core[-length:] in ACTS:
            return core[-length:]
    return core[-1:] if core[-1:] in ("建", "获", "种", "增") and len(core) == 1 else ""


#: Names that begin like an act or an opener and are whole indicators.
_WHOLE_NAMES = re.compile(
    r"申报材料|招聘(?:会|活动)|综合(?:科技|实力|竞争力)|生产(?:总值|性|要素|安全|企业|能力|基地|线|用水)|服务(?:业|贸易|消费|进出口|收入|外包|机构|中心|网点|体系|能力|设施|站)|实际(?:利用|使用|到位|到账)|(?:利用|使用)外资"
    r"|新增(?:就业|贷款|债券|地方|专项)|发展(?:指数|水平|质量)|建设用地|交易(?:额|量)|销售(?:额|量|收入)|培训(?:机构|基地|中心)|治理率|救助站|改造率|创新(?:型|平台|中心|联合体|券|团队|创业|能力|指数|产品)"
    r"|保障(?:性|房|率)|基本(?:养老|医疗|医保|公共|农田|殡葬|药物|建成区)|综合(?:能源|单价|产值|机械化|治理率|能耗|保税|评价|生产)|重点(?:实验室|产业|企业|项目|领域|工程|国有|群体|城市|建设|行业|文物)|创业(?:担保|投资|孵化|园|板|带动)"
    r"|高标准农田|高质高效|高质量发展|高水平(?:大学|高职|专业|人才|特色|科技|医院|学科)|营造林|退税|减税降费|稳岗|稳就业|稳经济|开工率|投产率|持续经营|积极分子|基本公共|全民|优化营商|组织化|联合体|分类"
    r"|推广面积|合作社|合作园|合格率|组织化|制造业|教育经费|研发|调查失业|确权|登记(?:失业|在册)|落后产能|种植面积|种业|养殖|安置房|运输量|输送|产业|产业链|产品|产值|产能|处置率|整治率|治安|审结率|管理|管护|获得"
    r"|统筹区|覆盖|有序用电|支持政策|实施方案|数量|生态|服务器|监管|发电|发明|开发区|开放|就业|创建率|利用率|转化率|登记率|普及率|接待(?:游客|人次|国内|入境)|全国|全社会|全员|全体|全要素|全口径|全日制|全域|分类"
)


#: 和 that begins a word: 和美乡村.
_KEPT_START = re.compile(r"和(?:美|谐|田|平)|与会|及时|再生|再就业|的士|已婚")
#: Numbering, time and address that open a clause: 一是, （3）, 到2025年, “十四五”期间, 提请省人大常委会审议.
_LEAD = re.compile(
    r"[一二三四五六七八九十]{1,3}是|（(?:改扩建|改建|扩建|续建|迁建)）|含(?![税量水碳硫金氧糖绿新])|每个?(?:设区的市|县（市、区）|[县市区]|乡镇|街道|社区|行政村)(?=至少|建[成有设]|新建|打造|培育)|[^，。]{0,6}(?:大关|台阶)、|“[^”]{1,10}”(?=培养|招引|引进|培训|支持)|（?\d{1,2}[）.．、]|[（(][一二三四五六七八九十]+[）)]|(?:到|至|截至|在)?(?:(?:19|20)\d\d年(?!底前建成的)|“?十[一二三四五六七]五”?(?:时期|期间|末)?)(?:末|底|前|，)?"
    r"|(?:较|比|同|与)[^，。；、]{1,14}?(?:末|年|时期|前|相比|同期|底|初)|(?:[一二三四五六七八九十]+|\d{1,3})年(?:来|间|共)?|提请[^，。；]{2,9}?审议|向[^，。；]{2,10}?(?:推介|报告|提交)|每(?:[个名年]|(?![千万百十\d]))"
)


@dataclass(slots=True)
class Opening:
    """A subject with the openers and acts in front of it taken off."""

    subject: str
    act: str


def strip_opening(core: str) -> Opening:
    """The subject without 全省, 大力, 新建和改造 …, and the last act taken off.

    Recognises 新建和改造|高标准农田, 全面实施|黑土地保护工程, 全省|经营主体.
    """
    act = ""
    start, size = 0, len(core)
    while start < size:
        if _KEPT_START.match(core, start):
            break
        if core[start] in "，、与和及并还也又再了的均已：）":
            start += 1
            continue
        if core[start] == "共" and _first_word(core, start + 1) in ACTS:
            start += 1
        lead = _LEAD.match(core, start)
        if lead:
            start, act = lead.end(), _last_act(lead.group()) or act
            continue
        if _WHOLE_NAMES.match(core, start):
            break
        word = _first_word(core, start)
        if not word or start + len(word) >= size:
            break
        if word in ACTS:
            act = word
        start += len(word)
    subject = _INNER.sub("", core[start:])
    behind = _behind_preposition(subject)
    return Opening(behind.subject, behind.act or act)


#: Words inside a name that say how the number was taken, not what was measured: 城镇累计新增就业.
_INNER = re.compile(
    r"(?<=[\u4e00-\u9fff”）]{3})实现(?=.{2,8}$)|累计(?=新增|实现|完成)|年均(?=[^浓平降])|同比|平均(?=分别)"
)
_PREPOSITION = re.compile(r"(?:为|向|对|面向|围绕|在|针对|给|由|从)(?!期|重点|用|民)")


def _behind_preposition(subject: str) -> Opening:
    """What is measured behind 面向…开展, 为…减税降费: the words from the last act on."""
    if not _PREPOSITION.match(subject):
        return Opening(subject, "")
    for start in range(2, len(subject) - 1):
        word = _first_word(subject, start)
        if len(word) > 1 and word in ACTS and start + len(word) < len(subject) - 1:
            return strip_opening(subject[start:])
    tail = _NOUN_ACT.search(subject)
    return Opening(subject[tail.start() :] if tail else subject, "")


_NOUN_ACT = re.compile(r"(?:减税降费|进出口|出口|培训|贷款|投资|融资|服务|补贴).{0,4}$")
_OPENING_WORDS = OPENERS | ACTS | {"新", "将", "使", "让"}
_NOUN_SUFFIX = frozenset("率量额值数性型业员力面度化者品类级商区")


def _first_word(core: str, start: int) -> str:
    for length in range(min(_LONGEST_WORD, len(core) - start), 0, -1):
        word = core[start : start + length]
        if word in _OPENING_WORDS:
            following = core[start + length : start + length + 1]
            if (
                following in _NOUN_SUFFIX
                and word not in ("全省", "全市")
                and core[start + length : start + length + 2] not in _SUFFIX_WORDS
            ):
                return ""
            if word == "新" and core[start + 1 : start + 2] in "型能材兴时一疆品业经农质生技产":
                return ""
            return word
    return ""


_SUFFIX_WORDS = frozenset(
    "面向 区域 品牌 品种 级别 数字 数据 业务 员工 类似 性能 力量 量子 商贸 商业 商标 面积 化解 化工 化债 型号 商品 区块 数控 度假 品质 业态 化肥".split()
)


_RIGHT_STOP = re.compile(
    r"[，。；：！？\n\t]|(?:[、和及与近约超]|以及|或)?(?:其中)?(?<![“A-Za-z+\-/])\d(?!G)|(?:和|及|以及|、)一批|实现|通过(?!能力)|全部|落地|(?<!新)开工|竣工|投产|投运|投入|投用|加快(?!发展区)|完成|开展|达到|(?<!发)达(?![标人])|得到|纳入|顺利|相继|陆续|稳妥|稳步|挂牌|晋升|参加|受到|投身|有序|在全国|在全省|按期|如期|均"
    r"|超过|超(?![大高算级声])|分别|办结|脱贫摘帽|摘帽|进入|跻身|跨入|用上|开通|通车|启用|建成|成为|获评|获批|获国家|获得|荣获|入选|入围|被|复制推广|列入|落户|来自|走向|位居|居全|保持|取得|扩大[到至]|增加[到至]|减少[到至]|增长|下降|提高|提升(?!工程|行动|改造)|累计|已|正|喝上|吃上|住上|搬入|入驻|上线|运营|基本|持续|成功|建有|发布|实施|出台|延链|补链|强链|提质增效"
    r"|给予|用于|支持|确保|推动|促进|(?<!华)为(?=[^民])|让|解决|发放|有效|在(?![校建册职岗园营用编])|参(?:赛|会|与|加)|提供|追回|设置(?=“)|稳定(?:消除|实现)|占|没有|未|凭|在粤|在陕|在鄂|等(?![级离])|和(?=推进|推动)|惠及|命名|认定为|评为|授予|带动|覆盖|总投资|挂网|首批|集中|同比|年均|（含"
)
#: A size in the name of what is counted: 14个|750千伏电网工程, 70个|30亿元以上项目.
_SIZE = re.compile(
    r"\d[\d.]*[十百千万亿]*(?:千伏|千瓦|兆瓦|吉瓦|吨级?|元|强|人制|英寸|平方米|公里|米|[GDKA])?(?:以上|以下|级)?"
)


def _before_next_act(noun: str) -> str:
    """The noun up to a 、 that an act follows: 24轮|强降雨、抗御台风."""
    position = noun.find("、")
    while position > 0:
        word = _first_word(noun, position + 1)
        if len(word) > 1 and (word in ACTS or word in ("抗御", "做好")):
            return noun[:position]
        position = noun.find("、", position + 1)
    return noun


#: An outcome whose object belongs to the subject: 4家企业入选X is about X企业.
_AWARD = re.compile(r"(?:获评|获批|入选|荣获|获得|晋升(?:为)?|被(?:认定|评|命名|确定)为|认定为|评为|获)")
_TRAILING = re.compile(r"(?:建设|发展|改造升级|等|培育|试点工作|整治工作)$")


def read_right(text: str, start: int, limit: int) -> tuple[str, int]:
    """The noun that follows a number, and where it ends: 建成15个|现代农业产业园|、3个.

    Returns ``("", start)`` where no noun follows.
    """
    if text[start : start + 1] in ("的", "级"):
        start += 1
    size = _SIZE.match(text, start, limit)
    stop = _RIGHT_STOP.search(text, size.end() if size else start, limit)
    end = stop.start() if stop else limit
    noun = text[start:end]
    if not noun:
        return "", start
    noun = _close_brackets(_before_next_act(noun))
    end = start + len(noun)
    achieved = _ACHIEVED.match(text, end, limit + 12) if stop else None
    if achieved and len(achieved.group(1)) <= max(len(noun) + 1, 4) and "到" not in noun:
        return noun + achieved.group(1), end
    outcome = _AWARD.match(text, end) if stop else None
    if outcome:
        prize_end = _PRIZE_END.search(text, outcome.end(), limit + 30)
        prize = text[outcome.end() : prize_end.start() if prize_end else min(limit + 30, len(text))]
        if 1 < len(prize) <= 40:
            return prize + noun, end
    trimmed = _TRAILING.sub("", noun)
    return (trimmed if len(trimmed) >= 2 else noun), start + len(noun)


#: What a counted noun achieved belongs to its name: 136万退休人员实现社会化管理.
_ACHIEVED = re.compile(
    r"(?:全部|均)?(?:实现|通过|完成|享受|得到|开展|提供)([^，。；、！？\n\d]{2,12})(?=[，。；、！？\n])"
)
_PRIZE_END = re.compile(r"[，。；！？\n]")


def _close_brackets(noun: str) -> str:
    """The noun up to a bracket that it does not close itself."""
    for opening, closing in ("（）", "“”", "《》"):
        if noun.count(opening) != noun.count(closing):
            cut = noun.find(opening)
            noun = noun[:cut] if cut >= 0 and noun.count(opening) > noun.count(closing) else noun.split(closing, 1)[0]
    return noun


def is_flow_name(subject: str) -> bool:
    """Whether a name contains an act, so that its yearly total is a flow: 城镇新增就业, 实际利用外资, 总投资."""
    return not subject.endswith(STATE_TAILS) and any(noun in subject for noun in FLOW_NOUNS)


def split_items(core: str, count: int) -> list[str]:
    """The items that a list names, shared heads and modifiers written out, for ``count`` numbers to be handed to.

    城镇和农村居民人均可支配收入 gives 城镇居民人均可支配收入 and 农村居民人均可支配收入; 城乡居民收入 gives both likewise.
    """
    parts = _COMPOUND.search(core)
    if parts and len(_COMPOUNDS[parts.group(0)]) == count:
        return [core[: parts.start()] + part + core[parts.end() :] for part in _COMPOUNDS[parts.group(0)]]
    both = _BOTH.match(core)
    if both and count == 2:
        rest = core[both.end() :]
        urban = "城市" if rest.startswith("低保") else "城镇"
        return [both.group(1) + urban + rest, both.group(1) + "农村" + rest]
    items = [item for item in _ITEM_BREAK.split(core) if item]
    if len(items) < 2:
        return items
    return _share_head(items)


#: Compounds that name several things at once.
_COMPOUNDS = {
    "存贷款": ("存款", "贷款"),
    "内外资": ("内资", "外资"),
    "第一、二、三产业": ("第一产业", "第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "一二三产": ("一产", "二产", "三产"),
    "牛羊": ("牛", "羊"),
    "城镇农村": ("城镇", "农村"),
}
_COMPOUND = re.compile("|".join(_COMPOUNDS))
_BOTH = re.compile(r"(.{0,6}?)城乡(?=居民|低保|人均|常住|特困|基础养老|最低)")
_ITEM_BREAK = re.compile(
    r"、|，|(?<![共饱温祥调谦总缓柔])和(?!谐|平|美|田)|以及|(?<![普涉波危顾])及(?!其|时|以上)|(?<!参)与(?!会)"
)


def _share_head(items: list[str]) -> list[str]:
    """The items with what the last one's head, or the first one's modifier, leaves out in the others."""
    first, last = items[0], items[-1]
    if last in RELATIONAL_HEADS:
        owner = relate(first, "")
        return [first, *(owner + item if item in RELATIONAL_HEADS else item for item in items[1:])]
    return [*(item if _names_a_measure(item) else item + _head_for(item, last) for item in items[:-1]), last]


def _names_a_measure(item: str) -> bool:
    return item.endswith("率") or _METRIC.search(item) is not None


def _head_for(item: str, last: str) -> str:
    """What of the last item completes an earlier one: 城镇 + 居民人均可支配收入, 装备制造业 + 增加值."""
    for modifier in _MODIFIERS:
        if last.startswith(modifier) and (item in _MODIFIERS or len(item) == len(modifier)):
            return last[len(modifier) :]
    metric = _METRIC.search(last)
    if metric is None:
        return last[len(item) :] if len(item) == 2 and len(last) > 4 else ""
    return metric.group(0)


_MODIFIERS = (
    "城镇",
    "农村",
    "集中",
    "分散",
    "刑事",
    "治安",
    "城市",
    "乡村",
    "境内",
    "境外",
    "国内",
    "国外",
    "第一",
    "第二",
    "第三",
    "高速",
    "普通",
)
#: The heads that say in what a thing is measured.
_METRIC = re.compile(
    r"(?:(?:营业|主营业务|人均可支配|人均纯|旅游|税收|财政)?收入|增加值|(?:固定资产|技改)?投资(?:额)?|零售额|销售额|成交额|交易额|进出口(?:总)?额?|出口额?|进口额?|(?:普及|覆盖|利用|转化|合格|达标|参保|入学|就业|治理|处理|发病|死亡|配套|增长|城镇化)率"
    r"|(?:重点工程)?减排量|排放总?量|占比|比重|比例|产量|产值|产能|总产值|面积|里程|总量|总数|总额|规模|(?:存款|贷款|存贷款)?余额|标准|人次|人数|起数|件数|数量|户数|吞吐量|周转量|拥有量|保有量|浓度|强度|指数|系数|水平|案件|警情|总花费|花费|利润(?:总额)?|床位数?|托位数?|医师数?|支出|开工|出栏|存栏)$"
)
#: Heads that measure what was named before them: 项目107个、总投资|980亿元; 事故起数、死亡人数.
RELATIONAL_HEADS = frozenset(
    "总投资 投资 完成投资 计划总投资 死亡人数 受伤人数 支出 收入 出口 进口 总花费 花费 人次 输出 产值 增加值 利润 利润总额 总利润 装机占比 占比 精简率 办结率 满意率 利用率 覆盖率 惠及 带动就业 总面积 面积 总长度 总里程 投产 营业收入 主营业务收入 销售收入 年产值 产量 单产 参保率 税收 资产总额 授信 融资额 释放产值 合同金额 协议金额 到位资金 成交额 交易额 新增产能 覆盖 受益群众 受益人口 惠及群众".split()
)


_SHARES = frozenset({"占比"})


def relate(subject: str, head: str) -> str:
    """A relational head with its owner: 一般公共预算收入 and 支出 give 一般公共预算支出."""
    if head in _SHARES:
        return subject + head  # 出口额, 占比 is the share of exports
    metric = _METRIC.search(subject)
    owner = subject[: metric.start()] if metric and metric.start() >= 2 else subject
    return owner.removesuffix(head[:2]) + head
