"""The words that people are shown for the values of the model, Chinese and English side by side."""

from lantu.publishing.options import Language

#: Key of the model → (Chinese, English). Keys of different groups do not clash, but for those that mean the same.
WORDS: dict[str, tuple[str, str]] = {
    # kinds of statements
    "target": ("目标", "target"),
    "result": ("结果", "result"),
    # measures
    "level": ("水平", "level"),
    "growth": ("增长", "growth"),
    "decline": ("下降", "decline"),
    "flow": ("数量", "flow"),
    # open targets
    "relative": ("相对目标", "relative"),
    "awaited": ("待上级下达", "awaited"),
    "ranked": ("位次目标", "ranked"),
    "direction": ("方向性目标", "direction"),
    # kinds of documents
    "outline": ("规划纲要", "five-year outline"),
    "special-plan": ("专项规划", "special plan"),
    "regional-plan": ("区域规划", "regional plan"),
    "action-plan": ("行动方案", "action plan"),
    "work-report": ("政府工作报告", "work report"),
    "communique": ("统计公报", "communiqué"),
    "notice": ("通知", "notice"),
    "unknown": ("未能判断", "unknown"),
    # front matter
    "title": ("标题", "title"),
    "kind": ("文种", "kind"),
    "issuer": ("发文机关", "issuer"),
    "region": ("地区", "region"),
    "region_code": ("行政区划代码", "region code"),
    "date": ("日期", "date"),
    "period": ("时期", "period"),
    # roles of units
    "lead": ("牵头", "lead"),
    "supporting": ("配合", "supporting"),
    "responsible": ("责任", "responsible"),
    # severities
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "note"),
    # lists
    "statements": ("量化表述", "statements"),
    "tasks": ("任务", "tasks"),
    "projects": ("项目", "projects"),
    "findings": ("问题", "findings"),
    "documents": ("文件", "documents"),
    # columns
    "doc": ("文件", "document"),
    "statement_kind": ("类别", "kind"),
    "subject": ("指标", "subject"),
    "measure": ("口径", "measure"),
    "quantity": ("数值", "quantity"),
    "comparator": ("比较", "comparator"),
    "value": ("数值（基本单位）", "value (base unit)"),
    "high": ("上限", "high end"),
    "unit": ("单位", "unit"),
    "printed": ("原文写法", "as printed"),
    "scope": ("范围", "scope"),
    "modality": ("语气", "modality"),
    "open_target": ("无数字目标", "open target"),
    "reference": ("参照", "compared with"),
    "attribute": ("属性", "attribute"),
    "sentence": ("原句", "sentence"),
    "headings": ("所在标题", "headings"),
    "page": ("页", "page"),
    "start": ("起", "start"),
    "end": ("止", "end"),
    "reasons": ("依据", "reasons"),
    "task": ("任务", "task"),
    "units": ("责任单位", "responsible units"),
    "open_list": ("等", "list is open"),
    "text": ("原文", "text"),
    "project": ("项目", "project"),
    "project_kind": ("类型", "kind"),
    "stage": ("阶段", "stage"),
    "places": ("地点", "places"),
    "code": ("编号", "code"),
    "severity": ("程度", "severity"),
    "message": ("说明", "message"),
    "remedy": ("处理办法", "remedy"),
    "file": ("文件名", "file"),
    "characters": ("字数", "characters"),
    "digest": ("摘要（SHA-256）", "SHA-256"),
    "yes": ("是", "yes"),
    "settled": ("人工设定", "set by hand"),
    "none": ("（未能判断）", "(not concluded)"),
    "nothing": ("没有读出内容", "nothing was read"),
}

#: Signs in front of a number; 约 is a word and is translated.
SIGNS: dict[str, tuple[str, str]] = {
    "eq": ("", ""),
    "approx": ("约", "about"),
    "ge": ("≥", "≥"),
    "gt": (">", ">"),
    "le": ("≤", "≤"),
    "lt": ("<", "<"),
    "range": ("", ""),
}


def word(key: str, language: Language) -> str:
    """The word that people are shown for a key; the key itself where there is none.

    >>> word("growth", Language.ZH), word("growth", Language.EN)
    ('增长', 'growth')
    """
    zh, en = WORDS.get(key, (key, key))
    return en if language is Language.EN else zh


def sign(comparator: str, language: Language) -> str:
    """The sign that stands in front of a number for a comparator; "" where it just equals."""
    zh, en = SIGNS[comparator]
    return en if language is Language.EN else zh
