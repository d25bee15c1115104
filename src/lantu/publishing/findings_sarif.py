"""Findings as SARIF 2.1.0 (OASIS), which editors, review tools and build servers read."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import lantu
from lantu.checks.registry import RegisteredRule, rules
from lantu.publishing.findings_record import FindingRecord, PlaceRecord
from lantu.publishing.options import Language, Options

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write_findings_sarif(
    findings: Iterable[FindingRecord], suppressed: Iterable[FindingRecord], options: Options
) -> Iterator[bytes]:
    """One log with one run."""
    records = [*findings, *suppressed]
    registered = {rule.code: rule for rule in rules()}
    codes = sorted({*registered, *(record.code for record in records)})
    index = {code: number for number, code in enumerate(codes)}
    english = options.language is Language.EN
    driver = {
        "name": "Lantu",
        "semanticVersion": lantu.__version__,
        "rules": [_rule(code, registered.get(code), english=english) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": "en-US" if english else "zh-CN",
        "results": [_result(record, index[record.code]) for record in records],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _rule(code: str, registered: RegisteredRule | None, *, english: bool) -> dict[str, Any]:
    if registered is None:
        return {"id": code}
    title = registered.rule.title_en if english else registered.title
    sections = "\n\n".join(f"**{heading}** {text}" for heading, text in registered.sections)
    return {
        "id": code,
        "shortDescription": {"text": title},
        "help": {"text": "\n\n".join(text for _, text in registered.sections), "markdown": sections},
        "defaultConfiguration": {"level": _LEVELS[registered.rule.severity.value]},
    }


def _result(record: FindingRecord, rule_index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": record.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[record.severity],
        "message": {"text": f"{record.message}。{record.remedy}" if record.remedy else record.message},
    }
    if record.place:
        result["locations"] = [_location(record.place)]
        # What stays the same when lines are added above: the rule, the file and the words.
        words = f"{record.code}\x1f{record.place.file}\x1f{record.place.excerpt}"
        result["partialFingerprints"] = {"lantu/v1": sha256(words.encode(errors="replace")).hexdigest()[:32]}
    if record.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place)} for number, place in enumerate(record.related, 1)
        ]
    if record.reason:
        result["suppressions"] = [{"kind": "external", "justification": record.reason}]
    return result


def _location(place: PlaceRecord) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.text:
        region |= {
            "charOffset": place.start,
            "charLength": place.end - place.start,
            "snippet": {"text": place.text},
        }
    physical = {"artifactLocation": {"uri": quote(place.file)}, "region": region}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.page is not None:
        location["properties"] = {"page": place.page}
    return location
