"""The language in which the command line speaks to its user."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things in Chinese, in English, or in both where the user has not said which.

    Attributes:
        language: ``zh``, ``en``, or "" for both, Chinese first.
    """

    language: str = ""

    def say(self, zh: str, en: str, *, between: str = "\n  ") -> str:
        """The text to print: one language, or both with ``between`` in the middle.

        >>> Voice("en").say("完成", "done"), Voice().say("完成", "done", between=" ")
        ('done', '完成 done')
        """
        if self.language == "zh":
            return zh
        return en if self.language == "en" else f"{zh}{between}{en}"

    @property
    def published(self) -> str:
        """The language of what is written: Chinese unless English was asked for."""
        return self.language or "zh"


def choose_voice(arguments: Sequence[str], environment: Mapping[str, str]) -> Voice:
    """The voice that ``--lang`` asks for, else the one that the environment's locale names, else both languages.

    Arguments are looked through before they are parsed, for the parser's own messages need a language too.
    """
    for index, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            asked = value if equals else next(iter(arguments[index + 1 :]), "")
            return Voice(asked if asked in LANGUAGES else "")
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return Voice(locale[:2] if locale[:2] in LANGUAGES else "")
