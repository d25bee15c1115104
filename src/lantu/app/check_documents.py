"""Files read, put together into a ledger, and checked: what does not add up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lantu.app.build_ledger import TABLE_SUFFIXES
from lantu.app.extract_documents import extract_documents
from lantu.app.outcome import Failure, attempt
from lantu.app.runner import Listener
from lantu.checks.base import CheckContext
from lantu.checks.runner import CheckResult, run_checks
from lantu.checks.suppressions import Suppression
from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.observations import read_observations
from lantu.ledger.readings import take_reading
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding
from lantu.model.reading import ObservationTable


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What is to be checked, and how.

    Attributes:
        select: Codes, or beginnings of codes; empty for all.
        ignore: Codes, or beginnings of codes, that are left out.
        suppressions: Findings that people decided to leave.
        parameters: Values in place of those of parameters.toml; None for those.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    parameters: Mapping[str, Mapping[str, object]] | None = None


@dataclass(frozen=True, slots=True)
class CheckedDocuments:
    """What the checks found in a set of files.

    Attributes:
        context: The ledger and the documents that were checked.
        result: The findings.
        failures: The files that could not be read.
    """

    context: CheckContext
    result: CheckResult
    failures: tuple[Failure, ...] = field(default=())


def check_documents(
    paths: Sequence[Path],
    options: CheckOptions,
    *,
    settled: Mapping[str, str] | None = None,
    jobs: int = 1,
    listener: Listener | None = None,
) -> CheckedDocuments:
    """What the checks find in the files, taken together.

    Args:
        paths: The documents, and CSV files of figures.
        options: What is to be checked.
        settled: Front matter that a person has decided.
        jobs: How many processes share the reading.
        listener: Told how far the work has come.

    Raises:
        UnknownRuleError: A code that no rule has.
    """
    failures: list[Failure] = []
    extractions: list[Extraction] = []
    documents = [path for path in paths if path.suffix.lower() not in TABLE_SUFFIXES]
    tables, faults = _read_tables([path for path in paths if path not in documents], failures)
    for outcome in extract_documents(documents, settled=settled, jobs=jobs, listener=listener):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            extractions.append(outcome)
    context = make_context(extractions, tables, faults)
    return CheckedDocuments(context, _run(context, options), tuple(failures))


def _read_tables(
    paths: Sequence[Path], failures: list[Failure]
) -> tuple[tuple[ObservationTable, ...], tuple[Finding, ...]]:
    tables: list[ObservationTable] = []
    faults: list[Finding] = []
    for path in paths:
        outcome = attempt(read_observations, path)
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            tables.append(outcome[0])
            faults.extend(replace(fault, document=fault.document or outcome[0].document.id) for fault in outcome[1])
    return tuple(tables), tuple(faults)


def make_context(
    extractions: Sequence[Extraction], tables: Sequence[ObservationTable] = (), faults: Sequence[Finding] = ()
) -> CheckContext:
    """The ledger of what was extracted, with the documents beside it: what rules look at.

    Args:
        extractions: What was read from each document.
        tables: Files of figures beside the documents.
        faults: What was wrong with those files.
    """
    readings = [take_reading(extraction) for extraction in extractions]
    by_id = {reading.document.id: extraction for reading, extraction in zip(readings, extractions, strict=True)}
    ledger = assemble_ledger(readings, tables)
    return CheckContext(replace(ledger, findings=(*faults, *ledger.findings)), readings, by_id)


def _run(context: CheckContext, options: CheckOptions) -> CheckResult:
    return run_checks(
        context,
        select=options.select,
        ignore=options.ignore,
        suppressions=options.suppressions,
        parameters=options.parameters,
    )
