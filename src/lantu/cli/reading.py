"""What both commands do around reading: the files, the bar, the failures and what they mean for the exit code."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from lantu.app.outcome import Failure
from lantu.cli.main import DONE, FAILED, UNREADABLE
from lantu.cli.progress import Bar
from lantu.cli.voice import Voice
from lantu.publishing.columns import visible

T = TypeVar("T")


def separate(outcomes: Iterator[T | Failure], failures: list[Failure]) -> Iterator[T]:
    """What succeeded, as it comes; failures are gathered on the side."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            yield outcome


@contextmanager
def progress_bar(voice: Voice, *, quiet: bool, files: int) -> Iterator[Bar | None]:
    """A bar for work on files while a person is looking; None where no one is. It is gone afterwards in any case."""
    if quiet or not files or not sys.stderr.isatty():
        yield None
        return
    bar = Bar(voice, columns=terminal_width(sys.stderr.fileno()) or 80)
    try:
        yield bar
    finally:
        bar.clear()


def beside_bar(pieces: Iterable[bytes], bar: Bar | None) -> Iterator[bytes]:
    """The pieces to be written; the bar goes away before each, since both may stand on the same terminal."""
    for piece in pieces:
        if bar:
            bar.clear()
        yield piece


def terminal_width(descriptor: int) -> int:
    """The columns of a terminal; 0 where there is none."""
    try:
        return os.get_terminal_size(descriptor).columns
    except OSError:
        return 0


def report_failures(failures: Sequence[Failure], voice: Voice) -> None:
    """Prints on standard error which files could not be read, and why."""
    for failure in failures:
        print(f"lantu: {visible_lines(voice.say(failure.zh, failure.en))}", file=sys.stderr)
        if failure.trace:
            print(failure.trace, file=sys.stderr)


def visible_lines(text: str) -> str:
    """The text with its lines, but without characters that a file's name might use to steer the terminal."""
    return "\n".join(map(visible, text.split("\n")))


def exit_code(failures: Sequence[Failure]) -> int:
    """0 where all was read, 2 where a file was not, 1 where that was Lantu's own mistake."""
    if any(failure.is_internal for failure in failures):
        return FAILED
    return UNREADABLE if failures else DONE
