"""Files put together into a ledger, reading only those that it does not know yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from lantu.app.extract_documents import extract_document
from lantu.app.outcome import Failure, attempt
from lantu.app.runner import Listener, run_each
from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.observations import read_observations
from lantu.ledger.readings import READER_VERSION, take_reading
from lantu.ledger.store import LedgerFile
from lantu.ledger.versions import replace_readings
from lantu.model.finding import Finding
from lantu.model.reading import DocumentReading, ObservationTable

#: Files of figures beside the documents.
TABLE_SUFFIXES = frozenset({".csv"})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class BuiltLedger:
    """What became of the files.

    Attributes:
        contents: The ledger with the readings that it was put together from.
        read: How many documents were read now.
        kept: How many were known and not read again.
        failures: The files that could not be read.
        findings: Rows of tables that could not be taken.
    """

    contents: LedgerFile
    read: int = 0
    kept: int = 0
    failures: tuple[Failure, ...] = ()
    findings: tuple[Finding, ...] = ()


def build_ledger(
    paths: Sequence[Path],
    known: LedgerFile,
    *,
    settled: Mapping[str, str] | None = None,
    region_code: str = "",
    jobs: int = 1,
    listener: Listener | None = None,
) -> BuiltLedger:
    """The ledger of the files together with those that it knew before.

    Args:
        paths: Documents, and CSV files of figures.
        known: What an earlier run left; its documents are kept and, where their content is unchanged, not read again.
        settled: Front matter that a person has decided; given, every document is read anew.
        region_code: The region whose ledger it is, where it should not be concluded.
        jobs: How many processes share the reading.
        listener: Told how far the work has come.
    """
    tables = [path for path in paths if path.suffix.lower() in TABLE_SUFFIXES]
    documents = {_digest(path) or str(path): path for path in paths if path.suffix.lower() not in TABLE_SUFFIXES}
    current = {reading.document.digest for reading in known.readings if reading.version == READER_VERSION}
    fresh = [path for digest, path in documents.items() if settled or digest not in current]
    outcomes = list(_read_each(fresh, settled or {}, jobs, listener))
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    read = [outcome for outcome in outcomes if isinstance(outcome, DocumentReading)]
    succession = replace_readings(known.readings, read, known.decisions, given=documents)
    observed, findings = _read_tables(tables, known, failures)
    ledger = assemble_ledger(succession.readings, observed, succession.decisions, region_code=region_code)
    contents = LedgerFile(
        readings=succession.readings, tables=observed, decisions=succession.decisions, ledger=ledger
    )  # fmt: skip
    return BuiltLedger(contents, len(read), len(documents) - len(fresh), tuple(failures), tuple(findings))


def _read_each(
    paths: Sequence[Path], settled: Mapping[str, str], jobs: int, listener: Listener | None
) -> Iterator[DocumentReading | Failure]:
    return run_each(partial(_take, settled=settled), paths, jobs=jobs, listener=listener)


def _take(path: Path, *, settled: Mapping[str, str]) -> DocumentReading:
    return take_reading(extract_document(path, settled=settled))


def _read_tables(
    paths: Sequence[Path], known: LedgerFile, failures: list[Failure]
) -> tuple[tuple[ObservationTable, ...], list[Finding]]:
    """The tables of figures, those known before included; one given again replaces the one of the same name."""
    given = {path.name for path in paths}
    tables = {table.document.id: table for table in known.tables if table.document.name not in given}
    findings: list[Finding] = []
    for path in paths:
        outcome = attempt(read_observations, path)
        if isinstance(outcome, Failure):
            failures.append(outcome)
            # What an earlier run took from it stays, rather than be lost with a file that cannot be read now.
            tables |= {table.document.id: table for table in known.tables if table.document.name == path.name}
        else:
            tables[outcome[0].document.id] = outcome[0]
            findings.extend(outcome[1])
    return tuple(tables[identity] for identity in sorted(tables)), findings


def _digest(path: Path) -> str:
    """SHA-256 of a file's content; "" where it cannot be opened, which reading it will report."""
    digest = sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()
