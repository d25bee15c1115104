"""What stands in a text without belonging to it: page numbers, web widgets, notices, residue of tracked changes."""

import re

#: 以上删除[某人]: — a balloon of a tracked change that was flattened into the text. The words before it on a line of
#: its own are what was deleted, so they go with it.
RESIDUE = re.compile(
    r"(?:(?<=\n)|^)[^\n，。；：]{0,8}(?:删除|批注|插入|移动|设置格式|带格式的)[ ]*\[[^\]\n]{1,12}\][ ]*[:：]?[ ]*(?=\n|$)"
    r"|(?:删除|批注|插入|移动|设置格式|带格式的)[ ]*\[[^\]\n]{1,12}\][ ]*[:：]?"
)

_PAGE_NUMBER = r"[-—–·•\s]*\d{1,4}[-—–·•\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+|Page\s*\d+(?:\s*of\s*\d+)?"

_WIDGET_WORDS = (
    r"首页|返回首页|返回顶部|回到顶部|打印(?:本页|此页|本文|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|全屏|下载(?:文件|附件|Word|PDF)?|分享(?:到)?"
    r"|分享到微信|微信|微博|复制链接|无障碍(?:阅读|浏览)?|长者模式|适老版|繁体|简体|English|登录|注册|大|中|小|特大|超大|[A-Z][+-]|字号|字体"
    r"|上一篇|下一篇|上一页|下一页|更多|相关(?:文档|文章|链接|新闻|阅读|稿件|附件|信息|解读)|附件下载|热点推荐|网站地图|联系我们|关于我们|纠错|我要纠错"
    r"|政府信息公开|政务(?:公开|信息)|信息公开|政府工作报告专题|[>»×|【】\[\]]+"
)
_WIDGET_STARTS = (
    r"(?:当前|您的|您现在的|你的|所在)位置|扫一扫|【?(?:字体|字号)|》》|《《|>>|(?:发布|发表|更新|发文|成文|印发)(?:时间|日期)\s*[:：]|来源\s*[:：]|信息来源"
    r"|(?:阅读|浏览|点击|访问)(?:量|数|次数)?\s*[:：]|(?:责任)?编辑\s*[:：]|作者\s*[:：]|责编\s*[:：]|(?:本文|以上)?内容(?:来自|来源|转载)|本文(?:来自|来源|由)"
    r"|(?:版权|版权所有)|Copyright|©|ICP备|.{0,6}ICP备|.{0,3}公网安备|主办单位\s*[:：]|承办单位\s*[:：]|(?:网站)?标识码|技术支持\s*[:：]|分享\s*[:：]|（来源\s*[:：]"
    r"|时间\s*[:：]|https?://|www\."
)
_NOTICE = r".{0,40}(?:如有(?:任何)?(?:异议|侵权)|请联系我们|侵删|仅供(?:参考|学习)|点击.{0,6}(?:查看|进入|下载)).{0,40}"

_LINE = re.compile(rf"(?:{_PAGE_NUMBER}|(?:{_WIDGET_WORDS})[:：>\s]*|(?:{_WIDGET_STARTS}).{{0,80}}|{_NOTICE})", re.IGNORECASE)

#: No furniture is longer than this; longer lines are content and are not even tried.
LONGEST = 120


def is_furniture(line: str) -> bool:
    """Whether a whole line, blanks stripped, is furniture: a page number, a button, a notice of a web site."""
    return len(line) <= LONGEST and _LINE.fullmatch(line) is not None
