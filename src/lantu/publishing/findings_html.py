"""Findings as one page that works offline: a table of the rules, then every finding with its excerpt."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

from lantu.publishing.columns import visible
from lantu.publishing.findings_record import FindingRecord, PlaceRecord
from lantu.publishing.findings_text import position
from lantu.publishing.options import Language, Options
from lantu.publishing.wording import word

#: What the page is styled by, the later over the earlier.
#: What the page is styled by, the later over the earlier.
STYLES = ("page.css", "findings.css")
_MOST_PLACES = 8
_SEVERITIES = ("error", "warning", "info")
_WORDS = {
    "heading": ("检查结果", "What does not add up"),
    "none": ("没有发现问题。", "No findings."),
    "see": ("另见", "See also"),
    "more": ("另有{}处", "and {} more places"),
    "todo": ("处理办法", "What to do"),
    "left": ("已忽略的问题", "Suppressed"),
    "reason": ("理由", "Reason"),
    "rule": ("规则", "Rule"),
    "count": ("个数", "Count"),
    "general": ("不属于某一文件", "About no single document"),
}


def write_findings_html(
    findings: Iterable[FindingRecord], suppressed: Iterable[FindingRecord], options: Options
) -> Iterator[bytes]:
    """The page in pieces."""
    records, left = list(findings), list(suppressed)
    language = options.language
    yield _head(language).encode()
    yield _overview(records, language).encode(errors="replace")
    for file, group in groupby(records, key=lambda record: record.place.file if record.place else ""):
        yield f"<section><h2>{_text(file) or _say('general', language)}</h2>\n".encode(errors="replace")
        for record in group:
            yield _article(record, language).encode(errors="replace")
        yield b"</section>\n"
    if left:
        yield f"<section><h2>{_say('left', language)}</h2>\n".encode()
        for record in left:
            yield _article(record, language).encode(errors="replace")
        yield b"</section>\n"
    yield b"</main>\n</body>\n</html>\n"


def _say(key: str, language: Language) -> str:
    return _WORDS[key][language is Language.EN]


def _text(words: str) -> str:
    return escape(visible(words))


def _head(language: Language) -> str:
    tag = "en" if language is Language.EN else "zh-Hans"
    title = _say("heading", language)
    return f"""<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{_digest()}'; \
base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lantu">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{_style()}</style>
</head>
<body class="findings">
<header><span class="brand">蓝图 Lantu</span></header>
<main class="report">
<h1>{title}</h1>
"""


@cache
def _style() -> str:
    folder = files("lantu.publishing").joinpath("assets")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in STYLES)


def _digest() -> str:
    return base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()


def _overview(records: Sequence[FindingRecord], language: Language) -> str:
    if not records:
        return f"<p>{_say('none', language)}</p>\n"
    counts = Counter((record.code, record.title, record.severity) for record in records)
    rows = "".join(
        f'<tr><td><span class="severity {severity}">{word(severity, language)}</span></td>'
        f'<td>{code}</td><td>{_text(title)}</td><td class="number">{count}</td></tr>\n'
        for (code, title, severity), count in sorted(counts.items(), key=_worst_first)
    )
    return (
        f'<table><thead><tr><th></th><th colspan="2">{_say("rule", language)}</th>'
        f"<th>{_say('count', language)}</th></tr></thead>\n<tbody>\n{rows}</tbody></table>\n"
    )


def _worst_first(entry: tuple[tuple[str, str, str], int]) -> tuple[int, str]:
    (code, _, severity), _ = entry
    return _SEVERITIES.index(severity), code


def _article(record: FindingRecord, language: Language) -> str:
    severity = f'<span class="severity {record.severity}">{word(record.severity, language)}</span>'
    parts = [f"<article><h3>{severity} {record.code} {_text(record.title)}</h3>"]
    if record.place:
        parts.append(_quote(record.place, language))
    parts.append(f"<p>{_text(record.message)}</p>")
    if record.related:
        items = [f"<li>{_quote(place, language)}</li>" for place in record.related[:_MOST_PLACES]]
        rest = len(record.related) - len(items)
        if rest:
            items.append(f"<li>{_say('more', language).format(rest)}</li>")
        parts.append(f"<details><summary>{_say('see', language)} {len(record.related)}</summary>")
        parts.append(f"<ul>{''.join(items)}</ul></details>")
    if record.remedy:
        parts.append(f'<p class="remedy">{_say("todo", language)}：{_text(record.remedy)}</p>')
    if record.reason:
        parts.append(f'<p class="remedy">{_say("reason", language)}：{_text(record.reason)}</p>')
    return "\n".join(parts) + "</article>\n"


def _quote(place: PlaceRecord, language: Language) -> str:
    start, end = place.mark
    before, marked, after = place.excerpt[:start], place.excerpt[start:end], place.excerpt[end:]
    quoted = f"{_text(before)}<mark>{_text(marked)}</mark>{_text(after)}" if place.excerpt else ""
    return f"<blockquote>{quoted}<cite>{_text(position(place, language))}</cite></blockquote>"
