"""``lantu ledger``: many documents as one list of promises, and where each of them stands."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lantu.app.build_ledger import TABLE_SUFFIXES, BuiltLedger, build_ledger
from lantu.app.find_documents import find_documents
from lantu.app.runner import default_jobs
from lantu.assessment.annual import annual_promises
from lantu.assessment.assess import assess_ledger, default_date
from lantu.assessment.forecast import can_forecast
from lantu.assessment.scoreboard import make_scoreboards
from lantu.cli.output import check_output, write_file
from lantu.cli.parser import Parser, add_files, one_of, positive, require_files
from lantu.cli.reading import exit_code, progress_bar, report_failures, terminal_width
from lantu.cli.usage import UnknownChoiceError, UsageError
from lantu.cli.voice import Voice
from lantu.ledger.store import LedgerFile, load_ledger_file, save_ledger_file
from lantu.model.assessment import Assessment
from lantu.model.finding import Finding
from lantu.publishing.options import Language
from lantu.publishing.scoreboard_table import write_annual_promises, write_scoreboards

_EXAMPLES = """\
  lantu ledger 规划纲要.docx 工作报告.txt
  lantu ledger 文件夹 实际值.csv -o 台账.json
  lantu ledger 2026年工作报告.txt -o 台账.json          # 只读新的一份
  lantu ledger 台账.json -o 台账.xlsx
  lantu ledger 台账.json --as-of 2023-12-31 --goals"""

_SUFFIXES = (".json", ".xlsx")
_FORMATS = ("ledger", "json", "xlsx")


def run(arguments: Sequence[str], voice: Voice) -> int:
    """The exit code of ``lantu ledger``."""
    parsed = _parser(voice).parse(arguments)
    require_files(parsed.files, "ledger")
    output = _output(parsed.output, parsed.format)
    known, names = _known(parsed.files, output if parsed.format != "json" else None)
    found = find_documents(names)
    if output:
        check_output(output, [path for path in found.paths if path != output])
    with progress_bar(voice, quiet=parsed.quiet, files=len(found.paths)) as bar:
        documents = [path for path in found.paths if path.suffix.lower() not in TABLE_SUFFIXES]
        built = build_ledger(
            found.paths,
            known,
            settled=dict(parsed.settled),
            region_code=parsed.region,
            jobs=parsed.jobs or default_jobs(documents),
            listener=bar,
        )
    failures = [*found.failures, *built.failures]
    report_failures(failures, voice)
    _report_findings([*built.findings, *built.contents.ledger.findings], voice)
    as_of = parsed.as_of or default_date(built.contents.ledger)
    if parsed.forecast and not can_forecast():
        raise UsageError(
            "--forecast 需要预测组件：pip install 'lantu[forecast]'",
            "--forecast needs an extra: pip install 'lantu[forecast]'",
        )
    assessments = assess_ledger(built.contents.ledger, as_of, forecasts=parsed.forecast)
    if output:
        _write(output, built, assessments, Language(voice.published), plain=parsed.format == "json")
    else:
        _show(built, assessments, Language(voice.published), goals=parsed.goals, annual=parsed.annual)
    if not parsed.quiet:
        print(_summary(built, output, voice), file=sys.stderr)
    return exit_code(failures)


def _parser(voice: Voice) -> Parser:
    parser = Parser(
        "ledger",
        voice,
        zh="把多份文件汇成一本台账：承诺了什么、报告了什么、各到了哪一步。CSV 文件作为实际值读入。",
        en="Put documents together into one ledger: what was promised, what was reported, where each promise stands.",
        examples=_EXAMPLES,
    )
    add_files(parser)
    parser.add(
        "-o",
        "--output",
        zh="输出：.json 为台账文件（已有则在其上增补，只读新文件），.xlsx 为工作簿；不写则在终端列出",
        en="file to write: .json is the ledger (an existing one is added to, reading only what is new), .xlsx a workbook",
        metavar="OUT",
    )
    parser.add(
        "--format",
        zh="ledger 为台账文件（.json 默认），json 为供其他程序读的数据（含评估），xlsx 为工作簿",
        en="ledger is the ledger file (.json by default), json data for other programs with the judgements, xlsx a workbook",
        metavar="|".join(_FORMATS),
        type=one_of("--format", _FORMATS),
    )
    parser.add(
        "--as-of",
        zh="评估日期；不写则为最近有数据一年的年末",
        en="date of the judgement",
        metavar="YYYY-MM-DD",
        type=_date,
    )
    parser.add(
        "--region",
        zh="台账属于哪个地区（GB/T 2260 代码）",
        en="region whose ledger it is, by code",
        metavar="CODE",
        default="",
    )
    parser.add(
        "--goals", zh="指标表以外的目标也列出", en="list goals outside the indicator table too", action="store_true"
    )
    parser.add(
        "--annual", zh="列出各年目标与当年结果", en="list each year's promises beside its results", action="store_true"
    )
    parser.add(
        "--forecast",
        zh="给出走势预测和达标可能性（需要 forecast 组件）",
        en="forecast, with the chance of reaching the target",
        action="store_true",
    )
    parser.add("--jobs", zh="进程数", en="processes", metavar="N", type=positive)
    parser.add("--quiet", zh="不显示进度和小结", en="no progress and no summary", action="store_true")
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"--as-of 应写成 2024-12-31 的样子，不能是“{text}”",
            f"--as-of takes a date such as 2024-12-31, not “{text}”",
        ) from error


def _output(name: str | None, format_: str | None) -> Path | None:
    """The file to write, its suffix fitting the format."""
    if name is None:
        if format_:
            raise UsageError("--format 需要用 -o 写明文件名", "--format needs a file, named with -o")
        return None
    path = Path(name)
    wanted = ".xlsx" if format_ == "xlsx" else ".json" if format_ else path.suffix.lower()
    if format_ and path.suffix.lower() != wanted:
        raise UsageError(
            f"--format {format_} 的文件名应以 {wanted} 结尾", f"--format {format_} takes a name that ends in {wanted}"
        )
    if path.suffix.lower() not in _SUFFIXES:
        raise UnknownChoiceError("-o", path.suffix or name, _SUFFIXES)
    return path


def _known(names: Sequence[str], output: Path | None) -> tuple[LedgerFile, list[str]]:
    """What earlier runs left: the output itself, or a ledger named among the files; and the other files."""
    ledgers = [Path(name) for name in names if name.lower().endswith(".json")]
    if len(ledgers) > 1:
        raise UsageError("一次只能给一本台账（.json）", "only one ledger (.json) can be given at a time")
    rest = [name for name in names if not name.lower().endswith(".json")]
    if ledgers and not ledgers[0].exists():
        raise UsageError(f"台账 {ledgers[0]} 不存在", f"there is no ledger {ledgers[0]}")
    source = ledgers[0] if ledgers else output if output and output.suffix.lower() == ".json" else None
    return (load_ledger_file(source) if source else LedgerFile()), rest


def _write(
    output: Path, built: BuiltLedger, assessments: tuple[Assessment, ...], language: Language, *, plain: bool
) -> None:
    """Writes the ledger file, the workbook, or the ledger as plain JSON for other programs."""
    # The writers are heavy; a scoreboard on the terminal should not wait for them.
    from lantu.publishing.ledger_excel import write_ledger_excel  # noqa: PLC0415
    from lantu.publishing.ledger_json import write_ledger_json  # noqa: PLC0415

    if plain:
        write_file(output, [write_ledger_json(built.contents.ledger, assessments, language=language)])
    elif output.suffix.lower() == ".json":
        save_ledger_file(output, built.contents)
    else:
        write_file(output, [write_ledger_excel(built.contents.ledger, assessments, language=language)])


def _show(
    built: BuiltLedger, assessments: tuple[Assessment, ...], language: Language, *, goals: bool, annual: bool
) -> None:
    ledger = built.contents.ledger
    width = terminal_width(sys.stdout.fileno()) if sys.stdout.isatty() else 0
    if annual:
        sys.stdout.write(write_annual_promises(annual_promises(ledger, assessments), language, width=width))
        return
    for piece in write_scoreboards(make_scoreboards(ledger, assessments), language, width=width, goals=goals):
        sys.stdout.write(piece)


def _report_findings(findings: Sequence[Finding], voice: Voice) -> None:
    for finding in findings:
        zh, en = f"{finding.code} {finding.message}", f"{finding.code} {finding.message_en}"
        print(f"lantu: {voice.say(zh, en)}", file=sys.stderr)


def _summary(built: BuiltLedger, output: Path | None, voice: Voice) -> str:
    ledger = built.contents.ledger
    zh = f"读了 {built.read} 份文件，沿用 {built.kept} 份；{len(ledger.targets)} 项承诺，{len(ledger.observations)} 个实际值"
    en = f"read {built.read} documents, kept {built.kept}; {len(ledger.targets)} promises, {len(ledger.observations)} figures"
    return voice.say(f"{zh} → {output}", f"{en} → {output}") if output else voice.say(zh, en)
