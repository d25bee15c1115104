"""Targets that no figure of their own decides: awaited, ranked, a direction, without a date, for each of many units."""

from lantu.assessment.judgement import Case, judge, show_target
from lantu.model.assessment import Assessment, Status
from lantu.model.statement import OpenTarget

_REASONS = {
    OpenTarget.AWAITED: ("目标值等待上级下达（“{words}”），尚不能评估", "the upper level has yet to set the target (“{words}”)", "AS-AWAITED"),
    OpenTarget.RANKED: ("目标是位次或行列（“{words}”），没有可对照的排名数据", "the target is a rank (“{words}”), and no ranking is at hand", "AS-RANKED"),
    OpenTarget.DIRECTION: ("目标只说方向（“{words}”），没有数值，无法判定完成程度", "the target names only a direction (“{words}”)", "AS-DIRECTION"),
}  # fmt: skip


def judge_open(case: Case) -> Assessment:
    """Undetermined, with what is missing (AS-AWAITED, AS-RANKED, AS-DIRECTION)."""
    quantity = case.target.quantity
    zh, en, rule = _REASONS[quantity.open_target or OpenTarget.DIRECTION]
    return judge(case, Status.UNDETERMINED, rule, zh.format(words=quantity.words), en.format(words=quantity.words))


def judge_undated(case: Case) -> Assessment:
    """Undetermined: a promise without a date cannot be due (AS-UNDATED)."""
    zh = "目标没有写明完成时间，文件也没有写明期限，无法判断进度"
    en = "the target names no date, and the document no period, so nothing can be due"
    return judge(case, Status.UNDETERMINED, "AS-UNDATED", zh, en)


def judge_per_unit(case: Case) -> Assessment:
    """Undetermined: what each county has to have is not shown by what all of them have (AS-PER-UNIT)."""
    zh = f"目标按每个单位计（{show_target(case.target)}），全体的数不能说明是否做到"
    en = f"the target is for each unit ({show_target(case.target)}); figures for all together do not show it"
    return judge(case, Status.UNDETERMINED, "AS-PER-UNIT", zh, en)
