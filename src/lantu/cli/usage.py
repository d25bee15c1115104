"""Mistakes in how a command was called, each said with what would be right."""

from collections.abc import Iterable

from lantu.errors import LantuError


class UsageError(LantuError):
    """A command that was called wrongly: nothing was done."""


class UnknownChoiceError(UsageError):
    """A value that an option does not know; the message lists those it knows and suggests a near miss."""

    def __init__(self, what: str, value: str, known: Iterable[str]) -> None:
        names = list(known)
        near = _nearest(value, names)
        zh = f"{what} 没有“{value}”" + (f"，是不是 {near}？" if near else "。") + f"可用的有：{'、'.join(names)}"
        en = f"{what} has no “{value}”" + (f", did you mean {near}?" if near else ".") + f" Known: {', '.join(names)}"
        super().__init__(zh, en)


def _nearest(value: str, names: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - 15 ms that only a mistake should cost

    return next(iter(get_close_matches(value.lower(), names, n=1, cutoff=0.5)), "")
