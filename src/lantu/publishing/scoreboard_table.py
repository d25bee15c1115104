"""A scoreboard as aligned columns for the terminal."""

from collections.abc import Iterator, Sequence

from lantu.assessment.annual import AnnualPromise
from lantu.assessment.forecast import describe_forecast
from lantu.assessment.judgement import show, show_target
from lantu.assessment.scoreboard import Scoreboard, ScoreRow
from lantu.model.assessment import Assessment, Status
from lantu.model.ledger import Target
from lantu.publishing.columns import set_columns, visible
from lantu.publishing.options import Language

#: Each status with a mark and a word, so that no one depends on colour.
STATUS_WORDS = {
    Status.MET: ("✓", "完成", "met"),
    Status.ON_TRACK: ("▸", "达到序时", "on track"),
    Status.BEHIND: ("▾", "滞后", "behind"),
    Status.MISSED: ("✕", "未完成", "missed"),
    Status.UNDETERMINED: ("○", "无法评估", "undetermined"),
}
_HEADS = {
    Language.ZH: ("状态", "指标", "属性", "基期", "目标", "最新", "理由"),
    Language.EN: ("status", "indicator", "attribute", "base", "target", "latest", "reason"),
}


def write_scoreboards(
    boards: Sequence[Scoreboard], language: Language, *, width: int = 0, goals: bool = False
) -> Iterator[str]:
    """The boards as text, each under a line that counts where its indicators stand.

    Args:
        boards: The scoreboards.
        language: The language of heads and reasons.
        width: Columns to cut lines to; 0 for no limit.
        goals: Whether goals outside the indicator table are listed too; boards without a table always list theirs.
    """
    for board in boards:
        rows = [*board.indicators, *(board.goals if goals or not board.indicators else ())]
        if not rows:
            continue
        yield _caption(board, language) + "\n"
        lines = [_HEADS[language], *(_line(row, language) for row in rows)]
        yield "\n".join(set_columns(lines, limit=width, widest=36)) + "\n\n"


def _caption(board: Scoreboard, language: Language) -> str:
    zh = language is Language.ZH
    counts = "  ".join(
        f"{STATUS_WORDS[status][0]} {STATUS_WORDS[status][1 if zh else 2]} {count}"
        for status, count in board.count().items()
    )
    title = visible(board.title)
    if not board.indicators:
        goals = f"{len(board.goals)} 项目标" if zh else f"{len(board.goals)} goals"
        return f"{title} · {'截至' if zh else 'as of'} {board.as_of} · {goals}"
    size = f"{len(board.indicators)} 项指标" if zh else f"{len(board.indicators)} indicators"
    return f"{title} · {'截至' if zh else 'as of'} {board.as_of} · {size}  {counts}"


def _line(row: ScoreRow, language: Language) -> tuple[str, ...]:
    zh = language is Language.ZH
    mark, *words = STATUS_WORDS[row.status]
    speaking = row.speaking
    target = row.targets[row.assessments.index(speaking)]
    unit = speaking.unit or target.quantity.unit
    star = "★" if row.starred else ""
    scope = f"（{row.targets[0].scope}）" if row.targets[0].scope else ""
    name = row.indicator.name if zh or not row.indicator.name_en else row.indicator.name_en
    return (
        f"{mark} {words[0 if zh else 1]}",
        f"{star}{name}{scope}",
        row.attribute.removesuffix("性"),
        _base(row),
        "；".join(show_target(target) for target in row.targets),
        f"{show(speaking.latest, unit)} ({speaking.latest_period})" if speaking.latest is not None else "",
        _reason(speaking, target, language),
    )


def _reason(assessment: Assessment, target: Target, language: Language) -> str:
    """The reason, with the forecast in the same line where one was made."""
    reason = assessment.reason if language is Language.ZH else assessment.reason_en
    if assessment.forecast is None:
        return reason
    zh, en = describe_forecast(assessment.forecast, target)
    return f"{reason}；{zh}" if language is Language.ZH else f"{reason}; {en}"


_ANNUAL_HEADS = {
    Language.ZH: ("年份", "指标", "年初目标", "年底结果", "差", "兑现"),
    Language.EN: ("year", "indicator", "promised", "result", "difference", "kept"),
}
_KEPT = {True: ("✓ 兑现", "✓ kept"), False: ("✕ 未兑现", "✕ broken"), None: ("○ 未见结果", "○ no result")}


def write_annual_promises(promises: Sequence[AnnualPromise], language: Language, *, width: int = 0) -> str:
    """What was promised for each year beside what came of it, as aligned columns; "" where nothing was promised."""
    if not promises:
        return ""
    zh = language is Language.ZH
    rows = [_ANNUAL_HEADS[language], *(_annual_line(promise, zh=zh) for promise in promises)]
    return "\n".join(set_columns(rows, numbers=frozenset({2, 3, 4}), limit=width, widest=36)) + "\n"


def _annual_line(promise: AnnualPromise, *, zh: bool) -> tuple[str, ...]:
    name = promise.indicator.name if zh or not promise.indicator.name_en else promise.indicator.name_en
    scope = f"（{promise.target.scope}）" if promise.target.scope else ""
    return (
        str(promise.year),
        f"{name}{scope}",
        show_target(promise.target),
        show(promise.result, promise.unit) if promise.result is not None else "",
        show(promise.difference, promise.unit) if promise.difference is not None else "",
        _KEPT[promise.kept][0 if zh else 1],
    )


def _base(row: ScoreRow) -> str:
    baseline = row.baseline
    if baseline is None or baseline.quantity.value is None:
        return ""
    return show(baseline.quantity.value, baseline.quantity.unit)
