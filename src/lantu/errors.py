"""Exceptions for a caller's or the machine's mistakes. Faults in a document are Findings, never exceptions."""


class LantuError(Exception):
    """The base of every error that Lantu raises on purpose.

    Attributes:
        zh: What is wrong, where, and what to do, in Chinese: what a person is shown first.
        en: The same in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class UnreadableFileError(LantuError):
    """A file from which no text could be taken: missing, empty, damaged, locked, too large, of an unknown format.

    Attributes:
        name: The file as the caller named it.
        code: A stable word for the cause, such as ``empty`` or ``encrypted-pdf``; listed in docs/reference/errors.md.
    """

    def __init__(self, name: str, code: str, zh: str, en: str) -> None:
        super().__init__(f"{name}：{zh}", f"{name}: {en}")
        self.name = name
        self.code = code


class SpanOutsideTextError(LantuError):
    """A span that reaches outside the text that it is said to point into."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(
            f"位置 {start}–{end} 超出文本范围（全文 {length} 字）",
            f"span {start}-{end} lies outside a text of {length} characters",
        )
