"""Arguments of commands: argparse, with messages that name the known values and suggest near misses."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from lantu.app.settled import check_settled
from lantu.cli.usage import UnknownChoiceError, UsageError
from lantu.cli.voice import LANGUAGES, Voice


class Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError instead of leaving the program."""

    def __init__(self, command: str, voice: Voice, *, zh: str, en: str, examples: str) -> None:
        super().__init__(
            prog=f"lantu {command}",
            description=voice.say(zh, en, between="\n"),
            epilog=f"{voice.say('例子', 'Examples', between=' ')}:\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self._voice = voice
        self._options: list[str] = []

    def add(self, *names: str, zh: str, en: str, **settings: object) -> None:
        """One argument with its help in the user's language."""
        self._options += [name for name in names if name.startswith("--")]
        # "%" is argparse's own sign for values to fill in.
        text = self._voice.say(zh, en, between=" ").replace("%", "%%")
        self.add_argument(*names, help=text, **settings)  # type: ignore[arg-type]

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The parsed arguments.

        Raises:
            UsageError: They are not what the command takes.
        """
        self.add("-h", "--help", zh="显示本说明", en="show this help", action="help")
        parsed, unknown = self.parse_known_args(list(arguments))
        if unknown:
            raise UnknownChoiceError(self.prog, unknown[0].partition("=")[0], self._options)
        return parsed

    def error(self, message: str) -> NoReturn:
        """Raises what argparse found wrong as a UsageError."""
        raise UsageError(f"用法不对：{message}。用法见 {self.prog} --help", f"{message}; see {self.prog} --help")


def one_of(option: str, known: Sequence[str]) -> Callable[[str], str]:
    """What argparse calls to check a value against the known ones."""

    def check(value: str) -> str:
        if value not in known:
            raise UnknownChoiceError(option, value, known)
        return value

    return check


def add_files(parser: Parser) -> None:
    """The files that a command reads, and the front matter that a person may set."""
    parser.add("files", zh="文件或文件夹", en="files or folders", metavar="FILE", nargs="*")
    parser.add(
        "--set",
        zh="设定文件信息，如 --set region=云岭省 --set kind=work-report，可多次使用",
        en="settle a fact about the documents instead of concluding it; may be repeated",
        metavar="NAME=VALUE",
        dest="settled",
        action="append",
        default=[],
        type=_settled,
    )
    parser.add("--lang", zh="语言", en="language", metavar="zh|en", type=one_of("--lang", LANGUAGES))


def require_files(names: Sequence[str], command: str) -> None:
    """Nothing, if files were named.

    Raises:
        UsageError: None was.
    """
    if not names:
        raise UsageError(
            f"没有给出文件。例如：lantu {command} 报告.docx",
            f"no files given; for example: lantu {command} report.docx",
        )


def positive(value: str) -> int:
    """The whole number above zero that an option was given.

    Raises:
        UsageError: It is not one.
    """
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise UsageError(
            f"--jobs 应为不小于 1 的整数，不能是“{value}”", f"--jobs must be a whole number from 1, not “{value}”"
        )
    return int(value)


def _settled(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not value:
        raise UsageError(f"--set 应写成 名称=值，不能是“{text}”", f"--set takes NAME=VALUE, not “{text}”")
    check_settled(name, value)
    return name, value
