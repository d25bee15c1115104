"""What stands in a text without belonging to it: page numbers, web widgets, notices, residue of tracked changes."""

import re

from lantu.text.span import Span

#: Names of a change in a balloon of a tracked change that was flattened into the text: 删除[某人]:
_RESIDUE_WORDS = ("删除", "批注", "插入", "移动", "设置格式", "带格式的")
_RESIDUE_AUTHOR = re.compile(r"\[[^\[\]\n]{1,12}\] *[:：]? *")
#: The words before a balloon that has a line of its own are what was deleted: 以上删除[某人]:
_DELETED_WORDS = re.compile(r"[^\n，。；：]{0,8}$")

_PAGE_NUMBER = (
    r"[-—–·•\s]*\d{1,4}[-—–·•\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+|Page\s*\d+(?:\s*of\s*\d+)?"
)
#: 2024-03-01 09:30:00, with the time of day: it says when a page was put up, not when a document was made.
_TIMESTAMP = r"20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?|分)?"

_WIDGET_WORDS = (
    r"首页|返回首页|返回顶部|回到顶部|打印(?:本页|此页|本文|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|全屏|下载(?:文件|附件|Word|PDF)?|分享(?:到)?"
    r"|分享到微信|微信|微博|复制链接|无障碍(?:阅读|浏览)?|长者模式|适老版|繁体|简体|English|登录|注册|大|中|小|特大|超大|[A-Z][+-]|字号|字体"
    r"|上一篇|下一篇|上一页|下一页|更多|相关(?:文档|文章|链接|新闻|阅读|稿件|附件|信息|解读)|附件下载|热点推荐|网站地图|联系我们|关于我们|纠错|我要纠错"
    r"|政府信息公开|政务(?:公开|信息)|信息公开|政府工作报告专题|[>»×|【】\[\]]+"
)
_LABELS_OF_VALUES = (
    r"(?:发布|发表|更新|发文|成文|印发)(?:时间|日期)\s*[:：]|来源\s*[:：]|信息来源\s*[:：]?|(?:责任)?编辑\s*[:：]|作者\s*[:：]|责编\s*[:：]"
    r"|时间\s*[:：](?=\s*(?:$|20\d\d[-年./]\d{1,2}[-月./]\d{1,2}))|稿件来源\s*[:：]|发布(?:机构|单位)\s*[:：]"
)
_WIDGET_STARTS = (
    rf"{_LABELS_OF_VALUES}|(?:当前|您的|您现在的|你的|所在)位置|扫一扫|【(?:字体|字号)|(?:字体|字号)[:：\s]|》》|《《|>>"
    r"|(?:阅读|浏览|点击|访问)(?:量|数|次数)?\s*[:：]|(?:本文|以上)?内容(?:来自|来源|转载)|本文(?:来自|来源|由)"
    r"|版权(?:所有|归|声明)|Copyright|©|ICP备|.{0,6}ICP备|.{0,3}公网安备|主办单位\s*[:：]|承办单位\s*[:：]|(?:网站)?标识码|技术支持\s*[:：]|分享\s*[:：]|（来源\s*[:：]"
    r"|https?://|www\."
)
_LINE = re.compile(
    rf"(?:{_PAGE_NUMBER}|{_TIMESTAMP}|(?:{_WIDGET_WORDS})[:：>\s]*|(?:{_WIDGET_STARTS}).{{0,80}})", re.IGNORECASE
)
_LABEL_ALONE = re.compile(rf"(?:{_LABELS_OF_VALUES})$")
_NOTICE = re.compile(r"(?:如有(?:任何)?(?:异议|侵权)|请联系我们|侵删|仅供(?:参考|学习)|点击.{0,6}(?:查看|进入|下载))")
#: 某日报记者 某某 摄: the caption of a photograph, with or without a sentence before it.
_PHOTO_CREDIT = re.compile(
    r"(?:记者|通讯员|摄影)\s*[:：/]?\s*[\u4e00-\u9fff]{1,4}(?:\s?[\u4e00-\u9fff]{1,4}){0,3}\s*(?:摄影?|/摄|供图)[）)]?$"
)
_WATERMARKED = re.compile(r"ICP备|公网安备")

#: A line that begins with none of these is neither widget nor page number: most lines are done with after one look.
_FIRST_CHARACTERS = frozenset(
    "0123456789-—–·• \t第P首返回打关收全下分微复无长适繁简E登注大中小特超字上更相附热网联我政>»×|【】[]"
    "发成印来信责编作时稿当您你所扫》《阅浏点访本以内版C©I公主承标技（hw"
    "ABDFGJKLMNOQRSTUVXYZabcdefgijklmnopqrstuvxyz"
)

#: No furniture is longer than this; longer lines are content and are not even tried.
LONGEST = 120
#: What follows a label that stands alone (来源： / 某某日报) is no longer than this.
LONGEST_VALUE = 24


def is_furniture(line: str) -> bool:
    """Whether a whole line, blanks stripped, is furniture: a page number, a button, a notice, a photograph's caption.

    >>> [is_furniture(line) for line in ("— 12 —", "来源：某某日报", "某报记者 某某 摄", "一、总体要求")]
    [True, True, True, False]
    """
    if len(line) > LONGEST:
        return False
    if line[0] in _FIRST_CHARACTERS and _LINE.fullmatch(line):
        return True
    if line[-1] in "摄影图）)" and _PHOTO_CREDIT.search(line):
        return True
    if ("请联" in line or "侵" in line or "仅供" in line or "点击" in line or "异议" in line) and (
        found := _NOTICE.search(line)
    ):
        return found.start() <= 40 and len(line) - found.end() <= 40
    return "备" in line and _WATERMARKED.search(line, 0, 24) is not None


def awaits_value(line: str) -> bool:
    """Whether furniture is a label whose value stands on the next line: 责任编辑： / 某某."""
    return line[-1] in ":：源" and _LABEL_ALONE.fullmatch(line) is not None


def find_residue(original: str) -> list[Span]:
    """Where residue of tracked changes stands: 删除[某人]:, and what was deleted if it fills the line."""
    return [span for author in _RESIDUE_AUTHOR.finditer(original) if (span := _residue_at(original, author))]


def _residue_at(original: str, author: re.Match[str]) -> Span | None:
    start = author.start()
    while start > 0 and original[start - 1] == " ":
        start -= 1
    if not original.endswith(_RESIDUE_WORDS, max(0, start - 4), start):
        return None
    word = next(word for word in _RESIDUE_WORDS if original.endswith(word, 0, start))
    start -= len(word)
    line = max(original.rfind("\n", max(0, start - 10), start) + 1, start - 10 if start > 10 else 0)
    starts_line = line == 0 or original[line - 1] == "\n"
    ends_line = author.end() == len(original) or original[author.end()] == "\n"
    if starts_line and ends_line and _DELETED_WORDS.fullmatch(original[line:start]):
        return Span(line, author.end())
    end = author.end()
    while original[end - 1] == " ":
        end -= 1
    return Span(start, end)
