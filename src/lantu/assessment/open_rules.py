"""Targets without a number of their own: awaited, relative, ranked, a direction."""

from lantu.assessment.judgement import Case, judge
from lantu.model.assessment import Assessment, Status
from lantu.model.statement import OpenTarget

_REASONS = {
    OpenTarget.AWAITED: ("目标值等待上级下达（“{words}”），尚不能评估", "the upper level has yet to set the target (“{words}”)", "AS-AWAITED"),
    OpenTarget.RELATIVE: (
        "目标是相对的（“{words}”），台账中没有{reference}的数据，无法比较",
        "the target is relative (“{words}”), and the ledger holds no figures for {reference}",
        "AS-RELATIVE",
    ),
    OpenTarget.RANKED: ("目标是位次或行列（“{words}”），没有可对照的排名数据", "the target is a rank (“{words}”), and no ranking is at hand", "AS-RANKED"),
    OpenTarget.DIRECTION: ("目标只说方向（“{words}”），没有数值，无法判定完成程度", "the target names only a direction (“{words}”)", "AS-DIRECTION"),
}  # fmt: skip


def judge_open(case: Case) -> Assessment:
    """Undetermined, with what is missing; a relative target becomes determined when the other series is in the ledger."""
    quantity = case.target.quantity
    kind = quantity.open_target or OpenTarget.DIRECTION
    zh, en, rule = _REASONS[kind]
    words = {"words": quantity.words, "reference": quantity.reference or "对照对象"}
    return judge(case, Status.UNDETERMINED, rule, zh.format(**words), en.format(**words))


def judge_undated(case: Case) -> Assessment:
    """Undetermined: a promise without a date cannot be due (AS-UNDATED)."""
    zh = "目标没有写明完成时间，文件也没有写明期限，无法判断进度"
    en = "the target names no date, and the document no period, so nothing can be due"
    return judge(case, Status.UNDETERMINED, "AS-UNDATED", zh, en)
