"""``lantu check``: what does not add up in documents and between them, by numbered rules."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from lantu.app.check_documents import CheckedDocuments, CheckOptions, check_documents
from lantu.app.find_documents import find_documents
from lantu.app.runner import default_jobs
from lantu.checks.parameters import load_parameters
from lantu.checks.suppressions import FILE_NAME, Suppression, load_suppressions, parse_suppression
from lantu.cli.main import FOUND
from lantu.cli.output import check_output, write_file, write_standard
from lantu.cli.parser import Parser, add_files, one_of, positive, require_files
from lantu.cli.reading import exit_code, progress_bar, report_failures
from lantu.cli.usage import UnknownChoiceError
from lantu.cli.voice import Voice
from lantu.model.finding import Severity
from lantu.publishing.findings_formats import FINDINGS_FORMATS, FindingsFormat
from lantu.publishing.findings_record import FindingRecorder
from lantu.publishing.options import Language, Options

_EXAMPLES = """\
  lantu check 规划纲要.docx 行动方案.docx 工作报告.txt
  lantu check 文件夹 -o 问题.html
  lantu check 规划纲要.docx --select LT2,LT8 --fail-on warning
  lantu check 规划纲要.docx --suppress "LT802:优良天数:两处口径不同，已核实"
  lantu check 文件夹 --format sarif -o 问题.sarif"""

#: The name of standard output after ``-o``.
_STANDARD = "-"
#: ``--fail-on`` → the severities that it asks about.
_FAIL_ON = {
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
    "info": tuple(Severity),
    "never": (),
}


def run(arguments: Sequence[str], voice: Voice) -> int:
    """The exit code of ``lantu check``."""
    parsed = _parser(voice).parse(arguments)
    require_files(parsed.files, "check")
    format_, options = _format(parsed), _options(parsed)
    found = find_documents(parsed.files)
    output = Path(parsed.output) if parsed.output and parsed.output != _STANDARD else None
    if output:
        check_output(output, found.paths)
    with progress_bar(voice, quiet=parsed.quiet, files=len(found.paths)) as bar:
        jobs = parsed.jobs or default_jobs(found.paths)
        checked = check_documents(found.paths, options, settled=dict(parsed.settled), jobs=jobs, listener=bar)
    failures = [*found.failures, *checked.failures]
    if checked.context.documents or not failures:
        _write(checked, format_, output, Language(voice.published))
    report_failures(failures, voice)
    if output and not parsed.quiet:
        count = len(checked.result.findings)
        print(voice.say(f"共 {count} 个问题 → {output}", f"{count} findings → {output}"), file=sys.stderr)
    return exit_code(failures) or (FOUND if _is_failing(checked, parsed.fail_on) else 0)


def _parser(voice: Voice) -> Parser:
    parser = Parser(
        "check",
        voice,
        zh="检查一份或几份文件中对不上、不一致、无法评估的地方；几份一起检查时，也检查它们之间。",
        en="Check documents for what does not add up, contradicts or cannot be judged, alone and between them.",
        examples=_EXAMPLES,
    )
    add_files(parser)
    parser.add(
        "--format",
        zh="输出格式；不写时由 -o 的后缀决定，否则为 text",
        en="output format; guessed from -o, else text",
        metavar="|".join(FINDINGS_FORMATS),
        type=one_of("--format", tuple(FINDINGS_FORMATS)),
    )
    parser.add("-o", "--output", zh="输出文件；- 为标准输出", en="file to write; - for standard output", metavar="OUT")
    parser.add(
        "--select",
        zh="只用这些规则：编号或编号的开头，用逗号隔开，如 LT2,LT802",
        en="only these rules: codes or beginnings of codes, parted by commas",
        metavar="CODES",
        action="append",
        default=[],
    )
    parser.add(
        "--ignore",
        zh="不用这些规则，写法同上",
        en="leave these rules out, written alike",
        metavar="CODES",
        action="append",
        default=[],
    )
    parser.add(
        "--fail-on",
        zh="有此程度或更重的问题时退出码为 3；默认 error",
        en="exit with 3 where there is a finding of this severity or worse; error by default",
        metavar="|".join(_FAIL_ON),
        type=one_of("--fail-on", tuple(_FAIL_ON)),
        default="error",
    )
    _add_files_beside(parser)
    parser.add("--jobs", zh="进程数；不写时文件多则每核一个", en="processes", metavar="N", type=positive)
    parser.add("--quiet", zh="不显示进度，只报错误", en="no progress, only errors", action="store_true")
    return parser


def _add_files_beside(parser: Parser) -> None:
    """What people decided beforehand: findings to leave, and values for rules."""
    parser.add(
        "--suppress",
        zh="忽略一个问题，要写理由：编号:词语:理由，可多次使用",
        en="leave a finding, with the reason: CODE:WORDS:REASON; may be repeated",
        metavar="ENTRY",
        action="append",
        default=[],
    )
    parser.add(
        "--suppressions",
        zh=f"忽略清单；不写时用当前文件夹的 {FILE_NAME}（如有）",
        en=f"list of suppressions; {FILE_NAME} of the working folder where there is one",
        metavar="FILE",
    )
    parser.add("--parameters", zh="规则参数文件（TOML）", en="values that rules are tuned by (TOML)", metavar="FILE")


def _format(parsed: Namespace) -> FindingsFormat:
    if parsed.format:
        return FINDINGS_FORMATS[parsed.format]
    if not parsed.output or parsed.output == _STANDARD:
        return FINDINGS_FORMATS["text"]
    suffix = Path(parsed.output).suffix.lower()
    known = next((format_ for format_ in FINDINGS_FORMATS.values() if suffix in format_.suffixes), None)
    if known is None:
        every = [each for format_ in FINDINGS_FORMATS.values() for each in format_.suffixes]
        raise UnknownChoiceError("-o", suffix or parsed.output, every)
    return known


def _options(parsed: Namespace) -> CheckOptions:
    return CheckOptions(
        select=_codes(parsed.select),
        ignore=_codes(parsed.ignore),
        suppressions=(*_listed_suppressions(parsed.suppressions), *map(parse_suppression, parsed.suppress)),
        parameters=load_parameters(Path(parsed.parameters)) if parsed.parameters else None,
    )


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """Codes parted by commas, of either width."""
    return tuple(code.strip().upper() for text in given for code in text.replace("，", ",").split(",") if code.strip())


def _listed_suppressions(name: str | None) -> tuple[Suppression, ...]:
    if name:
        return load_suppressions(Path(name))
    usual = Path(FILE_NAME)
    return load_suppressions(usual) if usual.is_file() else ()


def _write(checked: CheckedDocuments, format_: FindingsFormat, output: Path | None, language: Language) -> None:
    recorder = FindingRecorder(checked.context, language)
    pieces = format_.write(
        recorder.records(checked.result), recorder.suppressed(checked.result), Options(language=language)
    )
    if output:
        write_file(output, pieces)
    else:
        write_standard(pieces)


def _is_failing(checked: CheckedDocuments, fail_on: str) -> bool:
    return any(finding.severity in _FAIL_ON[fail_on] for finding in checked.result.findings)
