"""措辞不作承诺。

检查什么
    任务的全部句子只用“鼓励”“支持有条件的”“研究”“探索”“谋划”等词，没有数量、单位或结果；
    每份文件合并为一条，列出最先几处。
为什么
    这样的任务怎样做都算完成。
反例
    研究推动有条件的县区探索开展试点。
正例
    到2030年，在8个县区开展试点，形成3项可推广的制度。
依据
    任务应有可检查的结果和时间节点。
参数
    weak：不作承诺的词；firm：句中有这些词（表示确定的结果）时不报；least：一份文件至少几处才报，默认5。
"""

import re
from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Place, Rule
from lantu.checks.wording import listed
from lantu.model.document import BlockKind, Document, DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LedgerDocument

RULE = Rule("LT606", Severity.INFO, "Words that commit to nothing")

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_PLANS = frozenset(kind.value for kind in DocumentKind) - {DocumentKind.COMMUNIQUE.value, DocumentKind.UNKNOWN.value}
_LONGEST = 30
#: What may stand before the weak word: 积极谋划, 进一步探索.
_LEADING = "(?:积极|大力|主动|继续|进一步|深入|广泛|稳妥|有序|并|也|还)*"
#: A clause that ends like this names a work, whatever verb it holds: 引导能力提升工程.
_NAMED = "(?:工程|项目|行动|专栏)$"


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """One finding a document, with its sentences that promise nothing."""
    weak = re.compile(f"^{_LEADING}(?:{'|'.join(parameters.words('weak'))})(?!.*{_NAMED})")
    firm = re.compile("|".join((r"[\d一二三四五六七八九十百千万]+[个项家所条座处%亩人名]", *parameters.words("firm"))))
    for described, document in context.texts:
        if described.kind in _PLANS:
            found = list(_weak_sentences(document, weak, firm))
            if len(found) >= parameters.count("least"):
                yield _finding(described, document, found)


def _weak_sentences(document: Document, weak: re.Pattern[str], firm: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    text = document.clean.text
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for match in _SENTENCE.finditer(text, block.start, block.end):
            words = match[0].strip()
            clauses = [clause for clause in re.split("[，,]", words.rstrip("。；")) if clause]
            if clauses and all(weak.search(clause) for clause in clauses) and not firm.search(words):
                yield match.start(), match.end()


def _finding(described: LedgerDocument, document: Document, found: list[tuple[int, int]]) -> Finding:
    words = [document.clean.text[start:end].strip()[:_LONGEST].rstrip("。；") for start, end in found]
    places = [Place(described.id, document.span(start, end)) for start, end in found]
    return RULE.finding(
        places[0],
        f"有{len(found)}句只有“鼓励”“探索”“谋划”一类的词，没有数量或结果：{listed(words, most=3, between='；')}",
        f"{len(found)} sentences only encourage, explore or study, without a number or a result",
        remedy="写明做到什么程度、什么时候完成",
        remedy_en="say what is to be reached, and by when",
        also=places,
    )
