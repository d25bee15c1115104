"""Runs the rules that were asked for over one ledger, and puts what they find in order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from lantu.checks.base import CheckContext
from lantu.checks.errors import CheckRequestError
from lantu.checks.parameters import Table, default_parameters, parameters_of
from lantu.checks.registry import RegisteredRule, rules
from lantu.checks.suppressions import Suppression, apply_suppressions, unneeded_finding
from lantu.model.finding import Finding, Severity

#: Numbers that readers and the ledger report themselves; `lantu check` hands them on.
READERS = ("LT1", "LT3", "LT4", "LT9")
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class UnknownRuleError(CheckRequestError):
    """A code or the beginning of one that no rule has."""

    def __init__(self, code: str, known: Sequence[str]) -> None:
        near = get_close_matches(code, known, n=1, cutoff=0.5)
        hint, hint_en = (f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")
        super().__init__(f"没有编号为 {code} 的规则{hint}", f"there is no rule {code}{hint_en}")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a run of the checks found.

    Attributes:
        findings: By document and place.
        suppressed: Findings that people decided to leave, each with that decision.
        unneeded: Decisions that met no finding.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()
    unneeded: tuple[Suppression, ...] = ()

    def worst(self) -> Severity | None:
        """The severity of the worst finding; None where there is none."""
        return min((finding.severity for finding in self.findings), key=_ORDER.__getitem__, default=None)


def run_checks(
    context: CheckContext,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    suppressions: Sequence[Suppression] = (),
    parameters: Table | None = None,
) -> CheckResult:
    """What the rules find, together with what readers and the ledger reported.

    Args:
        context: The ledger and its documents.
        select: Codes, or beginnings of codes such as ``LT2``; empty for all.
        ignore: Codes, or beginnings of codes, that are left out.
        suppressions: Findings that people decided to leave.
        parameters: Values in place of those of parameters.toml.

    Raises:
        UnknownRuleError: A code that no rule has.
    """
    _require_known([*select, *ignore, *(entry.code for entry in suppressions)])
    table = default_parameters() if parameters is None else parameters
    found = [finding for finding in reported_findings(context) if _is_wanted(finding.code, select, ignore)]
    for registered in rules():
        if _is_wanted(registered.code, select, ignore):
            found.extend(registered.check(context, parameters_of(registered.code, table)))
    kept, left, unneeded = apply_suppressions(context, dict.fromkeys(found), suppressions)
    # A rule that was not run could not meet its suppressions.
    unneeded = [entry for entry in unneeded if _is_wanted(entry.code, select, ignore)]
    kept.extend(unneeded_finding(entry) for entry in unneeded)
    return CheckResult(in_order(context, kept), tuple(left), tuple(unneeded))


def reported_findings(context: CheckContext) -> list[Finding]:
    """What readers, extraction and the ledger reported, each with its document."""
    found = [
        replace(finding, document=finding.document or key)
        for key, extraction in context.extractions.items()
        for finding in dict.fromkeys((*extraction.document.findings, *extraction.findings))
    ]
    return [*found, *context.ledger.findings]


def in_order(context: CheckContext, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings by document, in the ledger's order, and by place."""
    order = {document.id: index for index, document in enumerate(context.ledger.documents)}
    return tuple(
        sorted(findings, key=lambda finding: (order.get(finding.document, len(order)), finding.span, finding.code))
    )


def known_codes() -> tuple[str, ...]:
    """The numbers of all rules."""
    return tuple(registered.code for registered in rules())


def wanted_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[RegisteredRule, ...]:
    """The rules that were asked for."""
    return tuple(registered for registered in rules() if _is_wanted(registered.code, select, ignore))


def _is_wanted(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    return (not select or code.startswith(tuple(select))) and not code.startswith(tuple(ignore))


def _require_known(codes: Sequence[str]) -> None:
    known = known_codes()
    for code in codes:
        is_reader = code.startswith(READERS) or code == "LT990"
        if not is_reader and not any(each.startswith(code) for each in known):
            raise UnknownRuleError(code, known)
