import pickle
from pathlib import Path

import pytest

from lantu.app.outcome import INTERNAL, Failure, attempt
from lantu.errors import UnreadableFileError


def unreadable(path: Path) -> None:
    raise UnreadableFileError(str(path), "empty", "文件是空的", "the file is empty")


def mistaken(path: Path) -> None:
    raise KeyError(path.name)


def interrupted(path: Path) -> None:
    raise KeyboardInterrupt


def test_what_work_gives_is_handed_on() -> None:
    assert attempt(len, "abc") == 3  # type: ignore[arg-type]


def test_an_unreadable_file_is_a_failure_with_its_cause() -> None:
    failure = attempt(unreadable, Path("甲.txt"))
    assert failure == Failure("甲.txt", "empty", "甲.txt：文件是空的", "甲.txt: the file is empty")


def test_a_mistake_of_ours_is_told_from_a_bad_file_and_keeps_its_trace() -> None:
    failure = attempt(mistaken, Path("甲.txt"))
    assert isinstance(failure, Failure)
    assert failure.is_internal
    assert failure.code == INTERNAL
    assert "in mistaken" in failure.trace


def test_an_interruption_is_no_failure() -> None:
    with pytest.raises(KeyboardInterrupt):
        attempt(interrupted, Path("甲.txt"))


def test_a_failure_crosses_from_one_process_to_another() -> None:
    failure = attempt(unreadable, Path("甲.txt"))
    assert pickle.loads(pickle.dumps(failure)) == failure
