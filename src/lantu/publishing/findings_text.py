"""Findings for the terminal: each with the line it is about, a caret below the words, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lantu.publishing.columns import display_width, visible
from lantu.publishing.findings_record import FindingRecord, PlaceRecord
from lantu.publishing.options import Language, Options
from lantu.publishing.wording import word

_INDENT = "  "
_MOST_PLACES = 3
_SEVERITIES = ("error", "warning", "info")


def write_findings_text(
    findings: Iterable[FindingRecord], suppressed: Iterable[FindingRecord], options: Options
) -> Iterator[bytes]:
    """The findings one below the other, and a line that counts them."""
    counts: Counter[str] = Counter()
    for record in findings:
        counts[record.severity] += 1
        yield ("\n".join(finding_lines(record, options.language)) + "\n\n").encode(errors="replace")
    yield _summary(counts, sum(1 for _ in suppressed), options.language).encode()


def finding_lines(record: FindingRecord, language: Language) -> list[str]:
    """One finding: where it is, the excerpt with its caret, the message, other places and the remedy."""
    english = language is Language.EN
    severity = word(record.severity, language)
    place = position(record.place, language) if record.place else ""
    lines = [visible(" ".join(filter(None, (place, record.code, severity, record.title))))]
    if record.place and record.place.excerpt:
        lines += excerpt_lines(record.place)
    lines.append(_INDENT + visible(record.message))
    see = "see" if english else "另见"
    for other in record.related[:_MOST_PLACES]:
        lines.append(_INDENT + visible(f"{see} {position(other, language)} {other.excerpt}").rstrip())
    if len(record.related) > _MOST_PLACES:
        rest = len(record.related) - _MOST_PLACES
        lines.append(_INDENT + (f"and {rest} more places" if english else f"另有 {rest} 处"))
    if record.remedy:
        lines.append(_INDENT + "→ " + visible(record.remedy))
    return lines


def position(place: PlaceRecord, language: Language) -> str:
    """File, page, line and column: 纲要.pdf:第3页:12:5."""
    page = "" if place.page is None else f":p{place.page}" if language is Language.EN else f":第{place.page}页"
    return f"{place.file}{page}:{place.line}:{place.column}"


def excerpt_lines(place: PlaceRecord) -> list[str]:
    """The excerpt, and carets below the marked words; a Chinese character is two columns wide."""
    excerpt = visible(place.excerpt)
    start, end = place.mark
    blanks = display_width(excerpt[:start])
    carets = max(1, display_width(excerpt[start:end]))
    return [f"{_INDENT}│ {excerpt}", f"{_INDENT}│ {' ' * blanks}{'^' * carets}"]


def _summary(counts: Counter[str], suppressed: int, language: Language) -> str:
    english = language is Language.EN
    if not counts:
        text = "no findings" if english else "没有发现问题"
    else:
        parts = [f"{word(severity, language)} {counts[severity]}" for severity in _SEVERITIES if counts[severity]]
        joined = (", " if english else "，").join(parts)
        text = (
            f"{sum(counts.values())} findings: {joined}" if english else f"共 {sum(counts.values())} 个问题：{joined}"
        )
    if suppressed:
        text += f"; {suppressed} suppressed" if english else f"；已忽略 {suppressed} 个"
    return text + "\n"
