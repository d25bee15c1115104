"""Pieces of work that a document orders, who answers for them, and the works it names."""

from dataclasses import dataclass

from lantu.text.span import Span


@dataclass(frozen=True, slots=True)
class ResponsibleUnit:
    """One unit that answers for a task (责任单位).

    Attributes:
        name: The full name: words that a list shares are written out (沈阳、抚顺市政府 gives 沈阳市政府 and 抚顺市政府).
        role: ``lead`` (牵头), ``supporting`` (协助, 配合) or ``responsible`` where the text makes no difference.
        is_group: Whether the name stands for several units that the text does not list (相关市政府, 各市人民政府).
        span: Where the name, or the part of it that is written, stands in the original text.
    """

    name: str
    role: str
    is_group: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The note that names who answers for a task, as one group.

    Attributes:
        span: The note in the original text, brackets included: （责任单位：…）.
        text: ``original[span]``.
        units: The units in the order written.
        is_open: Whether 等 leaves the list open.
        leaders: The persons that it names (牵头领导, 责任人), as written.
        deadline: When the work is to be done (完成时限), as written; "" where it does not say.
    """

    span: Span
    text: str
    units: tuple[ResponsibleUnit, ...]
    is_open: bool = False
    leaders: tuple[str, ...] = ()
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work that a document orders (任务).

    Attributes:
        span: Its text in the original, without the note of responsibility.
        text: ``original[span]``, cleaned.
        heading: Its own heading or lead sentence, without numbering: 建设国家先进制造中心.
        headings: The headings that enclose it, outermost first, with their numbering.
        responsibilities: Who answers for it; empty where the text names no one.
        block: Index of the block that it starts in.
        page: The page, from 1; None where there are no pages.
        statements: Indices, in the document's statements, of those that stand within it.
    """

    span: Span
    text: str
    heading: str
    headings: tuple[str, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    block: int = -1
    page: int | None = None
    statements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A named work from a box, a list or an enumeration (项目 / 工程).

    Attributes:
        span: Its name in the original text.
        name: The name as written, blanks removed.
        kind: 工程, 项目, 基地, 铁路 …: the head noun; "" where there is none.
        stage: 续建, 拟开工, 前期, 投产 … where stated, else "".
        places: Regions named in or just before it.
        headings: The headings and box that enclose it, outermost first.
        block: Index of the block that it stands in.
        page: The page, from 1; None where there are no pages.
    """

    span: Span
    name: str
    kind: str = ""
    stage: str = ""
    places: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    block: int = -1
    page: int | None = None
