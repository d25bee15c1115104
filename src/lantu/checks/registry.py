"""All rules, in the order of their numbers: to add one, write its file and name it here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import cast

from lantu.checks.arithmetic import LT201, LT202, LT203, LT204, LT205, LT206, LT207, LT208, LT209
from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.consistency import LT801, LT802, LT803, LT804, LT805
from lantu.checks.coordination import LT501, LT502, LT503, LT504, LT505, LT506, LT507, LT508, LT509
from lantu.checks.measurability import LT601, LT602, LT603, LT604, LT605, LT606, LT607
from lantu.checks.reading import LT701, LT702
from lantu.model.finding import Finding

Check = Callable[[CheckContext, Parameters], Iterable[Finding]]

#: The headings of every rule's docstring, in this order.
HEADINGS = ("检查什么", "为什么", "反例", "正例", "依据", "参数")


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """A rule with what runs it and what explains it.

    Attributes:
        rule: Its number and severity.
        check: What finds.
        title: The first line of its docstring, without the full stop.
        sections: The text under each of HEADINGS.
        family: The folder that it stands in.
    """

    rule: Rule
    check: Check
    title: str
    sections: tuple[tuple[str, str], ...]
    family: str

    @property
    def code(self) -> str:
        """The rule's number."""
        return self.rule.code


def register(module: ModuleType) -> RegisteredRule:
    """The rule that a module holds.

    Raises:
        ValueError: The module's docstring has not all of HEADINGS in their order, or its name is not its number.
    """
    rule = cast("Rule", module.RULE)
    _, _, package_and_name = module.__name__.partition("lantu.checks.")
    family, _, name = package_and_name.partition(".")
    if name != rule.code:
        raise ValueError(f"{module.__name__} holds rule {rule.code}")
    title, _, body = (module.__doc__ or "").strip().partition("\n")
    return RegisteredRule(rule, module.check, title.strip().rstrip("。"), tuple(_sections(body, rule.code)), family)


def _sections(body: str, code: str) -> Iterator[tuple[str, str]]:
    """The sections of a docstring, each with its lines less their indent."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in body.splitlines():
        if line.strip() in HEADINGS and not line.startswith(" "):
            current = found.setdefault(line.strip(), [])
        elif current is not None:
            current.append(line.removeprefix("    "))
    if tuple(found) != HEADINGS:
        raise ValueError(f"the docstring of {code} has the headings {'/'.join(found)}, not {'/'.join(HEADINGS)}")
    for heading, lines in found.items():
        yield heading, "\n".join(lines).strip()


def rules() -> tuple[RegisteredRule, ...]:
    """Every rule, by number."""
    return _RULES


#: Every rule, by number, one family a line.
_MODULES: tuple[ModuleType, ...] = (
    LT201, LT202, LT203, LT204, LT205, LT206, LT207, LT208, LT209,
    LT501, LT502, LT503, LT504, LT505, LT506, LT507, LT508, LT509,
    LT601, LT602, LT603, LT604, LT605, LT606, LT607,
    LT701, LT702,
    LT801, LT802, LT803, LT804, LT805,
)  # fmt: skip
_RULES = tuple(map(register, _MODULES))
