"""What may be wrong with a file that can be read all the same: the findings LT901 to LT907."""

from lantu.model.finding import Finding, Severity
from lantu.text.span import Span


def replaced_bytes(count: int, encoding: str, span: Span) -> Finding:
    """LT901: bytes that are no characters of the file's encoding."""
    return Finding(
        "LT901",
        Severity.WARNING,
        f"有 {count} 处字节不是 {encoding} 编码的文字，已用“\ufffd”代替",
        f"{count} stretches of bytes are no {encoding} text and were replaced by “\ufffd”",
        span,
        "重新下载该文件，或用 UTF-8 编码另存",
        "download the file again, or save it as UTF-8",
    )


def page_without_text(page: int, span: Span) -> Finding:
    """LT902: a page that shows something but holds no text, where character recognition is not installed."""
    return Finding(
        "LT902",
        Severity.WARNING,
        f"第 {page} 页没有文字（多为扫描页），未读取",
        f"page {page} holds no text (it is likely a scan) and was not read",
        span,
        "安装文字识别后重新读取：pip install 'lantu[ocr]'",
        "install character recognition and read it again: pip install 'lantu[ocr]'",
    )


def recognised_page(page: int, confidence: float, span: Span) -> Finding:
    """LT903: a page whose text was recognised from its picture, and may hold wrong characters."""
    return Finding(
        "LT903",
        Severity.INFO,
        f"第 {page} 页的文字由图像识别得来（平均置信度 {confidence:.2f}），可能有错字",
        f"the text of page {page} was recognised from its picture (mean confidence {confidence:.2f}) and may be wrong in places",
        span,
        "对照原件核对数字",
        "check the figures against the original",
    )


def unsure_table(page: int, span: Span) -> Finding:
    """LT904: a ruled table whose cells do not hold all of its text, left as running text."""
    return Finding(
        "LT904",
        Severity.WARNING,
        f"第 {page} 页的表格结构无法可靠还原，已按正文读取",
        f"the table on page {page} could not be taken apart reliably and was read as running text",
        span,
        "对照原件核对该表",
        "check this table against the original",
    )


def structure_ignored(depth: int, span: Span) -> Finding:
    """LT905: a web page whose elements nest so deep that only its words were read."""
    return Finding(
        "LT905",
        Severity.WARNING,
        f"网页的元素嵌套达 {depth} 层，只读取了文字，未读取标题和表格",
        f"the page's elements nest {depth} deep: its words were read, its headings and tables were not",
        span,
        "检查网页文件是否损坏",
        "check whether the page is damaged",
    )


def tracked_changes(kept: int, dropped: int, span: Span) -> Finding:
    """LT906: a Word file with tracked changes, read as if all of them were accepted."""
    return Finding(
        "LT906",
        Severity.INFO,
        f"文档带有修订痕迹：保留插入 {kept} 处，略去删除 {dropped} 处",
        f"the document carries tracked changes: {kept} insertions were kept and {dropped} deletions left out",
        span,
        "确认所读的是定稿",
        "make sure that this is the final version",
    )


def missing_part(what: str, what_en: str, span: Span) -> Finding:
    """LT907: a part that the file names but does not hold, or holds damaged."""
    return Finding(
        "LT907",
        Severity.WARNING,
        f"{what}缺失或损坏，未读取",
        f"{what_en} is missing or damaged and was not read",
        span,
        "重新下载该文件",
        "download the file again",
    )
