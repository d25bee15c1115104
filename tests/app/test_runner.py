import os
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from lantu.app.outcome import Failure
from lantu.app.runner import WORTH_A_POOL, Step, WorkerLostError, default_jobs, run_each
from lantu.errors import UnreadableFileError

PATHS = [Path(f"{number}.txt") for number in range(9)]


def name_of(path: Path) -> str:
    if path.stem == "4":
        raise UnreadableFileError(path.name, "empty", "空", "empty")
    return path.stem


def slow_for_the_first(path: Path) -> str:
    time.sleep(0.2 if path.stem == "0" else 0)
    return path.stem


def die(path: Path) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return path.stem


def process(path: Path) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_file_that_fails_keeps_its_place_and_stops_no_other(jobs: int) -> None:
    outcomes = list(run_each(name_of, PATHS, jobs=jobs))
    assert isinstance(outcomes[4], Failure)
    assert [outcome for outcome in outcomes if isinstance(outcome, str)] == list("01235678")


def test_results_come_in_the_order_of_the_files_whichever_is_ready_first() -> None:
    assert list(run_each(slow_for_the_first, PATHS, jobs=3)) == list("012345678")


def test_one_job_stays_in_this_process() -> None:
    assert set(run_each(process, PATHS, jobs=1)) == {os.getpid()}


def test_several_jobs_are_other_processes() -> None:
    assert os.getpid() not in set(run_each(process, PATHS, jobs=2))


def test_a_worker_that_the_system_ended_is_reported() -> None:
    with pytest.raises(WorkerLostError):
        list(run_each(die, PATHS, jobs=2))


def test_the_listener_hears_of_each_file_and_of_the_end() -> None:
    steps: list[Step] = []
    list(run_each(name_of, PATHS[:2], listener=steps.append))
    assert steps == [Step("0.txt", 0, 2), Step("1.txt", 1, 2), Step("", 2, 2)]


def test_a_reader_who_stops_early_leaves_no_process_behind() -> None:
    outcomes = run_each(slow_for_the_first, PATHS, jobs=2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_no_files_give_no_results() -> None:
    assert list(run_each(name_of, [])) == []


def test_a_pool_is_only_started_where_it_pays(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"x")
    large.write_bytes(b"x" * WORTH_A_POOL)
    assert default_jobs([large]) == 1
    assert default_jobs([small, small]) == 1
    assert default_jobs([small, large]) == min(2, len(os.sched_getaffinity(0)))
    assert default_jobs([tmp_path / "missing", large]) >= 1
