"""The command ``lantu``: finds the command asked for, and turns every ending into an exit code.

Exit codes: 0 all well; 1 a mistake in Lantu; 2 a wrong call, or a file that could not be read or written; 3
`lantu check` found something as bad as --fail-on names; 130 interrupted; 141 the reader of a pipe went away.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from lantu import __version__
from lantu.cli.voice import Voice, choose_voice
from lantu.errors import LantuError

#: Command → its module, imported when it is asked for: `lantu --help` must not wait for the readers.
COMMANDS = {
    "check": "lantu.cli.check",
    "extract": "lantu.cli.extract",
    "ledger": "lantu.cli.ledger",
    "read": "lantu.cli.read",
}

DONE, FAILED, UNREADABLE, FOUND, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141

Command = Callable[[Sequence[str], Voice], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line."""
    arguments = sys.argv[1:] if arguments is None else arguments
    voice = choose_voice(arguments, os.environ)
    _speak_any_text()
    try:
        code = _run(arguments, voice)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(voice.say("\n已中断", "\ninterrupted", between=" "), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _close_broken_pipe()
        return BROKEN_PIPE
    except LantuError as error:
        print(f"lantu: {voice.say(error.zh, error.en)}", file=sys.stderr)
        return _code_of(error)
    return code


def _run(arguments: Sequence[str], voice: Voice) -> int:
    command, *rest = arguments or ["--help"]
    if command in {"-h", "--help", "help"}:
        print(_help(voice))
        return DONE
    if command in {"-V", "--version"}:
        print(f"lantu {__version__}")
        return DONE
    if command not in COMMANDS:
        from lantu.cli.usage import UnknownChoiceError  # noqa: PLC0415 - only a mistake should cost it

        raise UnknownChoiceError("lantu", command, [*COMMANDS, "--help", "--version"])
    return cast("Command", import_module(COMMANDS[command]).run)(rest, voice)


def _code_of(error: LantuError) -> int:
    from lantu.app.settled import UnfitFactError, UnknownFactError  # noqa: PLC0415 - only a mistake should cost it
    from lantu.checks.errors import CheckRequestError  # noqa: PLC0415
    from lantu.cli.output import OutputError  # noqa: PLC0415
    from lantu.cli.usage import UsageError  # noqa: PLC0415
    from lantu.errors import UnreadableFileError  # noqa: PLC0415
    from lantu.ledger.store import LedgerFileError  # noqa: PLC0415

    wrong_call = (
        UsageError,
        OutputError,
        UnknownFactError,
        UnfitFactError,
        UnreadableFileError,
        CheckRequestError,
        LedgerFileError,
    )
    return UNREADABLE if isinstance(error, wrong_call) else FAILED


def _speak_any_text() -> None:
    """A terminal that lacks a character shows a question mark instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _close_broken_pipe() -> None:
    """Python flushes standard output once more at its end; what is left then goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _help(voice: Voice) -> str:
    return voice.say(_HELP_ZH, _HELP_EN, between="\n\n")


_HELP_ZH = """\
Lantu 蓝图：读规划文件，找出其中每一个目标、结果、任务和项目，并标明出自哪一句。

用法：lantu 命令 [选项] 文件…

命令：
  read      看一份文件怎样被读懂：标题、文种、日期及理由，篇章结构
  extract   抽取量化表述、任务、项目，输出为表格、JSON Lines、Excel 或网页
  ledger    把多份文件汇成台账：承诺了什么、报告了什么、各到了哪一步
  check     检查文件内部和文件之间对不上、不一致、无法评估的地方

例子：
  lantu read 规划纲要.docx
  lantu extract 工作报告.txt
  lantu extract 文件夹 -o 结果.xlsx
  lantu extract 规划纲要.pdf 工作报告.txt -o 结果.html
  lantu ledger 规划纲要.pdf 工作报告.txt 实际值.csv -o 台账.json
  lantu check 规划纲要.pdf 行动方案.docx 工作报告.txt

选项：--help 说明，--version 版本；各命令的选项见 lantu 命令 --help

退出码：0 正常；1 程序内部错误；2 用法不对，或有文件没有读成（其余照读）；3 check 查出 --fail-on 所指程度的问题；
130 被中断；141 管道另一端已关闭"""

_HELP_EN = """\
Lantu reads planning documents and finds every goal, result, task and project in them, each with its sentence.

Usage: lantu COMMAND [OPTIONS] FILE…

Commands:
  read      show how a document was understood: title, kind, date with the reasons, and its tree
  extract   take out measured statements, tasks and projects as a table, JSON Lines, Excel or a web page
  ledger    put documents together: what was promised, what was reported, where each promise stands
  check     find what does not add up, contradicts or cannot be judged, in documents and between them

Examples:
  lantu read outline.docx
  lantu extract work-report.txt
  lantu extract folder -o result.xlsx
  lantu extract outline.pdf work-report.txt -o result.html
  lantu ledger outline.pdf work-report.txt figures.csv -o ledger.json
  lantu check outline.pdf action-plan.docx work-report.txt

Options: --help, --version; those of a command: lantu COMMAND --help

Exit codes: 0 all well; 1 a mistake in Lantu; 2 a wrong call, or a file that could not be read (the others are read);
3 check found something as bad as --fail-on names; 130 interrupted; 141 the reader of a pipe went away"""


if __name__ == "__main__":
    sys.exit(main())
