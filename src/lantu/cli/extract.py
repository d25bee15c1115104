"""``lantu extract``: what documents promise and report, as a table, JSON Lines, a workbook or a page."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from lantu.app.extract_documents import extract_documents
from lantu.app.find_documents import find_documents
from lantu.app.outcome import Failure
from lantu.app.runner import default_jobs
from lantu.cli.output import check_output, write_file, write_standard
from lantu.cli.parser import Parser, add_files, one_of, positive, require_files
from lantu.cli.reading import beside_bar, exit_code, progress_bar, report_failures, separate, terminal_width
from lantu.cli.usage import UnknownChoiceError, UsageError
from lantu.cli.voice import Voice
from lantu.model.extraction import Extraction
from lantu.publishing.options import Language, Options, What
from lantu.publishing.registry import FORMATS, Format, format_for

_EXAMPLES = """\
  lantu extract 工作报告.txt
  lantu extract 文件夹 -o 结果.xlsx
  lantu extract 规划纲要.pdf 工作报告.txt -o 结果.html
  lantu extract 行动方案.docx --what tasks
  lantu extract 工作报告.txt --numbers-only --format jsonl > 表述.jsonl"""

#: The name of standard output after ``-o``.
_STANDARD = "-"


@dataclass(slots=True)
class _Tally:
    """What a run has read so far."""

    documents: int = 0
    statements: int = 0
    tasks: int = 0
    projects: int = 0
    failures: list[Failure] = field(default_factory=list)

    def count(self, extractions: Iterator[Extraction]) -> Iterator[Extraction]:
        for extraction in extractions:
            self.documents += 1
            self.statements += len(extraction.statements)
            self.tasks += len(extraction.tasks)
            self.projects += len(extraction.projects)
            yield extraction


def run(arguments: Sequence[str], voice: Voice) -> int:
    """The exit code of ``lantu extract``."""
    parsed = _parser(voice).parse(arguments)
    require_files(parsed.files, "extract")
    format_ = _format(parsed)
    found = find_documents(parsed.files)
    output = Path(parsed.output) if parsed.output and parsed.output != _STANDARD else None
    if output:
        check_output(output, found.paths)
    tally = _Tally(failures=list(found.failures))
    jobs = parsed.jobs or default_jobs(found.paths)
    with progress_bar(voice, quiet=parsed.quiet, files=len(found.paths)) as bar:
        outcomes = extract_documents(found.paths, settled=dict(parsed.settled), jobs=jobs, listener=bar)
        extractions = tally.count(separate(outcomes, tally.failures))
        _write(beside_bar(_pieces(extractions, format_, _options(parsed, voice, output)), bar), output)
    report_failures(tally.failures, voice)
    if not parsed.quiet:
        print(_summary(tally, output, voice), file=sys.stderr)
    return exit_code(tally.failures)


def _parser(voice: Voice) -> Parser:
    parser = Parser(
        "extract",
        voice,
        zh="抽取量化表述、任务、项目和问题。终端上默认为表格，接到管道或文件时默认为 JSON Lines。",
        en="Take out measured statements, tasks, projects and findings: a table on a terminal, JSON Lines in a pipe.",
        examples=_EXAMPLES,
    )
    add_files(parser)
    parser.add(
        "--format",
        zh="输出格式；不写时由 -o 的后缀决定",
        en="output format; guessed from -o where it is not given",
        metavar="|".join(FORMATS),
        type=one_of("--format", tuple(FORMATS)),
    )
    parser.add("-o", "--output", zh="输出文件；- 为标准输出", en="file to write; - for standard output", metavar="OUT")
    parser.add(
        "--what",
        zh="输出哪一类（table、jsonl）：量化表述（默认）、任务、项目、问题",
        en="which list (table, jsonl); statements by default",
        metavar="|".join(What),
        type=one_of("--what", tuple(what.value for what in What)),
    )
    parser.add("--numbers-only", zh="不输出没有数字的目标", en="leave out goals without a number", action="store_true")
    parser.add(
        "--jobs",
        zh="进程数；不写时文件多则每核一个",
        en="processes; one a core for many files",
        metavar="N",
        type=positive,
    )
    parser.add(
        "--quiet", zh="不显示进度和小结，只报错误", en="no progress and no summary, only errors", action="store_true"
    )
    return parser


def _format(parsed: Namespace) -> Format:
    """The format asked for, by name or by the output's suffix, checked against what else was asked."""
    format_ = FORMATS[parsed.format] if parsed.format else _guessed_format(parsed.output)
    if format_.is_whole and not parsed.output:
        raise UsageError(
            f"{format_.name} 是文件格式，请用 -o 写明文件名，例如 -o 结果.{format_.name}",
            f"{format_.name} is a file: name it with -o, for example -o result.{format_.name}",
        )
    if format_.is_whole and parsed.output == _STANDARD and sys.stdout.isatty():
        raise UsageError(
            f"{format_.name} 不能输出到终端，请写明文件名", f"{format_.name} cannot go to a terminal; name a file"
        )
    if format_.is_whole and parsed.what:
        raise UsageError(
            f"{format_.name} 总是包含全部内容，不能与 --what 同用",
            f"{format_.name} always holds all lists and takes no --what",
        )
    if format_.name == "html" and parsed.numbers_only:
        raise UsageError(
            "网页中可以自行筛选，不能与 --numbers-only 同用", "the page has its own filters and takes no --numbers-only"
        )
    return format_


def _guessed_format(output: str | None) -> Format:
    if output is None or output == _STANDARD:
        return FORMATS["table" if sys.stdout.isatty() else "jsonl"]
    suffix = Path(output).suffix
    known = format_for(suffix)
    if known is None:
        raise UnknownChoiceError(
            "-o", suffix or output, [suffix for each in FORMATS.values() for suffix in each.suffixes]
        )
    return known


def _options(parsed: Namespace, voice: Voice, output: Path | None) -> Options:
    shown = output is None and sys.stdout.isatty()
    return Options(
        what=What(parsed.what or What.STATEMENTS),
        language=Language(voice.published),
        width=terminal_width(sys.stdout.fileno()) if shown else 0,
        numbers_only=parsed.numbers_only,
    )


def _pieces(extractions: Iterator[Extraction], format_: Format, options: Options) -> Iterator[bytes]:
    """What is to be written: nothing at all where nothing was read."""
    first = next(extractions, None)
    if first is not None:
        yield from format_.write(chain([first], extractions), options)


def _write(pieces: Iterator[bytes], output: Path | None) -> None:
    """Writes what was read; where nothing was, an older output is left as it is."""
    first = next(pieces, None)
    if first is None:
        return
    if output:
        write_file(output, chain([first], pieces))
    else:
        write_standard(chain([first], pieces))


def _summary(tally: _Tally, output: Path | None, voice: Voice) -> str:
    failed = len(tally.failures)
    zh = f"读了 {tally.documents} 份文件：{tally.statements} 条量化表述，{tally.tasks} 项任务，{tally.projects} 个项目"
    en = f"read {tally.documents} documents: {tally.statements} statements, {tally.tasks} tasks, {tally.projects} projects"
    if failed:
        zh, en = f"{zh}；{failed} 份没有读成", f"{en}; {failed} not read"
    if output and tally.documents:
        zh, en = f"{zh} → {output}", f"{en} → {output}"
    return voice.say(zh, en)
