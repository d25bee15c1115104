"""What a publication should hold, and for whom it is worded."""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """The lists that can be drawn from a document."""

    STATEMENTS = "statements"
    TASKS = "tasks"
    PROJECTS = "projects"
    FINDINGS = "findings"


class Language(StrEnum):
    """The language of heads and labels; a document's own words are never translated."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Options:
    """How a publication is made.

    Attributes:
        what: The list to write, where a format holds only one.
        language: The language of heads and labels.
        width: Columns of the terminal that lines are cut to; 0 for no limit.
        numbers_only: Whether open targets, which carry no number, are left out of the list of statements.
    """

    what: What = What.STATEMENTS
    language: Language = Language.ZH
    width: int = 0
    numbers_only: bool = False
