"""The same work on many files: in this process or in several, the results always in the order of the files."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lantu.app.outcome import Failure, attempt
from lantu.errors import LantuError

T = TypeVar("T")

#: Starting processes pays from this many bytes on; below it, one process is done sooner.
WORTH_A_POOL = 1_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """How far long work has come: which file is being read, how many are done, of how many."""

    name: str
    done: int
    total: int


Listener = Callable[[Step], None]


class WorkerLostError(LantuError):
    """A process that the system ended in the middle of its work, as happens when memory runs out."""

    def __init__(self) -> None:
        super().__init__(
            "一个工作进程被系统终止（可能是内存不足）。请用 --jobs 1 重试",
            "a worker process was ended by the system (perhaps for want of memory); try again with --jobs 1",
        )


def default_jobs(paths: Sequence[Path]) -> int:
    """One process a core, if there are several files and enough in them to be worth it; else one."""
    if len(paths) < 2 or sum(map(_size, paths)) < WORTH_A_POOL:
        return 1
    return min(len(paths), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # the file's own turn will say what is wrong with it
        return 0


def run_each(
    work: Callable[[Path], T], paths: Sequence[Path], *, jobs: int = 1, listener: Listener | None = None
) -> Iterator[T | Failure]:
    """What ``work`` makes of each file, in order; a file that fails gives a Failure in its place.

    Args:
        work: What to do with a file; with several jobs it must be picklable.
        paths: The files.
        jobs: How many processes share the work.
        listener: Told before each file is waited for, and once at the end.

    Raises:
        WorkerLostError: The system ended one of the processes.
    """
    outcomes = (
        _in_processes(work, paths, jobs) if jobs > 1 and len(paths) > 1 else (attempt(work, path) for path in paths)
    )
    total = len(paths)
    for done, path in enumerate(paths):
        if listener:
            listener(Step(path.name, done, total))
        yield next(outcomes)
    if listener and total:
        listener(Step("", total, total))


def _in_processes(work: Callable[[Path], T], paths: Sequence[Path], jobs: int) -> Iterator[T | Failure]:
    """Outcomes in order from a pool; at most two files a process are under way, so that memory stays bounded."""
    # 50 ms that only runs over many files should cost.
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    executor = ProcessPoolExecutor(min(jobs, len(paths)), initializer=_leave_interrupts_to_parent)
    waiting = iter(paths)
    under_way: deque[Future[T | Failure]] = deque()
    try:
        while True:
            for path in waiting:
                under_way.append(executor.submit(attempt, work, path))
                if len(under_way) == 2 * jobs:
                    break
            if not under_way:
                break
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        if under_way:
            _end_workers()
        executor.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the parent alone answers it and ends the others."""
    import signal  # noqa: PLC0415 - only wanted in a worker

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_workers() -> None:
    """Ends processes whose results no one will read, in the middle of a file if need be."""
    from multiprocessing import active_children  # noqa: PLC0415 - loaded with the pool already

    for child in active_children():
        child.terminate()
