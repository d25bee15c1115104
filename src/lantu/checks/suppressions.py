"""Findings that people decided to leave: each with its reason, and reported when it is no longer needed."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lantu.checks.base import CheckContext
from lantu.checks.errors import CheckRequestError
from lantu.model.finding import Finding, Severity
from lantu.text.span import Span

#: The file that is looked for in the working folder.
FILE_NAME = "lantu-suppressions.toml"
_KEYS = frozenset({"code", "document", "words", "reason"})


@dataclass(frozen=True, slots=True)
class Suppression:
    """A decision to leave a finding as it is.

    Attributes:
        code: The rule's number.
        reason: Why it may stay; never empty.
        document: A part of the file's name or title; "" for any document.
        words: Words that the finding's message or marked text holds; "" for any.
        origin: Where it was written: a file and its entry, or the command line.
    """

    code: str
    reason: str
    document: str = ""
    words: str = ""
    origin: str = ""


class SuppressionError(CheckRequestError):
    """A suppression that is not understood, or that gives no reason."""


def load_suppressions(path: Path) -> tuple[Suppression, ...]:
    """The suppressions of a file: ``[[suppress]]`` tables with code, reason, and document and words where wanted.

    Raises:
        SuppressionError: The file is no TOML, or an entry lacks its code or reason or has an unknown key.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("suppress", [])
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise SuppressionError(f"忽略清单 {path.name} 读不了：{err}", f"{path.name} cannot be read: {err}") from err
    return tuple(_suppression(table, f"{path.name} 第{number}条") for number, table in enumerate(tables, 1))


def parse_suppression(text: str) -> Suppression:
    """The suppression of ``--suppress``: code, words and reason, parted by colons; words may be left out.

    Raises:
        SuppressionError: There is no reason.

    >>> parse_suppression("LT801:优良天数:两处口径不同，已核实").words
    '优良天数'
    """
    parts = [part.strip() for part in text.replace("：", ":").split(":", 2)]
    if len(parts) < 2:
        raise SuppressionError(
            f"--suppress 应写成“编号:词语:理由”或“编号:理由”，不能是“{text}”",
            f"--suppress takes CODE:WORDS:REASON or CODE:REASON, not {text!r}",
        )
    words = parts[1] if len(parts) == 3 else ""
    return _suppression({"code": parts[0], "words": words, "reason": parts[-1]}, f"--suppress {text}")


def _suppression(table: dict[str, str], origin: str) -> Suppression:
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise SuppressionError(
            f"{origin}：不认识“{unknown[0]}”，可写的是 code、document、words、reason",
            f"{origin}: unknown key {unknown[0]!r}; known are code, document, words, reason",
        )
    if not table.get("code") or not str(table.get("reason", "")).strip():
        raise SuppressionError(f"{origin}：要写明 code 和 reason（理由）", f"{origin}: code and reason are needed")
    values = {key: str(value).strip() for key, value in table.items()}
    return Suppression(values["code"], values["reason"], values.get("document", ""), values.get("words", ""), origin)


def apply_suppressions(
    context: CheckContext, findings: Iterable[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], list[tuple[Finding, Suppression]], list[Suppression]]:
    """The findings that stay, those that are left out with the reason, and the suppressions that met nothing."""
    kept: list[Finding] = []
    left: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        reason = next((entry for entry in suppressions if _meets(context, entry, finding)), None)
        if reason is None:
            kept.append(finding)
        else:
            left.append((finding, reason))
    used = {entry for _, entry in left}
    return kept, left, [entry for entry in suppressions if entry not in used]


def _meets(context: CheckContext, entry: Suppression, finding: Finding) -> bool:
    if entry.code != finding.code:
        return False
    document = context.documents.get(finding.document)
    if entry.document and (document is None or entry.document not in f"{document.name}\n{document.title}"):
        return False
    extraction = context.extractions.get(finding.document)
    marked = extraction.document.original(finding.span) if extraction else ""
    return not entry.words or entry.words in finding.message or entry.words in marked


def unneeded_finding(entry: Suppression) -> Finding:
    """LT990: a suppression that no finding meets any more."""
    return Finding(
        code="LT990",
        severity=Severity.WARNING,
        message=f"忽略项没有对应的问题：{entry.code}（{entry.origin}，理由：{entry.reason}）",
        message_en=f"this suppression meets no finding: {entry.code} ({entry.origin})",
        span=Span(0, 0),
        remedy="删去该忽略项",
        remedy_en="take it out",
    )
