"""Findings as one JSON document, for programs that go on with them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from lantu.publishing.findings_record import FindingRecord
from lantu.publishing.options import Options

#: Raised when a key changes its meaning or goes away.
VERSION = 1


def write_findings_json(
    findings: Iterable[FindingRecord], suppressed: Iterable[FindingRecord], _: Options
) -> Iterator[bytes]:
    """One object with the findings and those that people decided to leave."""
    document = {
        "version": VERSION,
        "findings": [_plain(record) for record in findings],
        "suppressed": [_plain(record) for record in suppressed],
    }
    yield (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _plain(record: FindingRecord) -> dict[str, Any]:
    return {key: value for key, value in asdict(record).items() if value != "" or key in {"message", "code"}}
