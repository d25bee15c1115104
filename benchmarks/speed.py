"""How fast Lantu reads, beside other readers of the language and a plain regular expression (`make bench`).

usage: python -m benchmarks.speed [--quick]

Prints the figures and writes them into docs/speed.md. Ends with 1 if a figure misses its target.
"""

import argparse
import compileall
import json
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.gold import ROOT
from benchmarks.report import circumstances, say, table, write_between
from benchmarks.texts import ADVERSARIAL, MEGABYTE, adversary, documents, of_bytes

PAGE = ROOT / "docs" / "speed.md"
_START = "# 速度 Speed\n"

#: Characters a second of the whole extraction, and seconds until the command line answers.
RATE_TARGET = 700_000
START_TARGET = 0.3
#: Ten times the text may take so much longer than ten times, for the noise of the machine.
GROWTH_TARGET = 1.5
#: No single run is waited for longer than this.
_PATIENCE = 60
_RUNS = 7

_TITLES = {
    "lantu": "Lantu, whole extraction",
    "regular_expression": "a plain regular expression, quantities alone",
    "digits_expression": "the same, led by a digit, without comparators",
    "jionlp": "JioNLP, time and money",
    "recognizers": "Recognizers-Text (zh), units and time",
}
#: Recognizers-Text takes minutes for a whole document, so each document gives it only this many characters.
_SLICES = {"recognizers": 1_000}


@dataclass(frozen=True, slots=True)
class Run:
    """What one contender did with some texts, or why it did not.

    Attributes:
        characters: How many were read.
        seconds: How long that took.
        found: How many things were found.
        memory: Bytes that the process came to need beyond what it had before the text was read.
        size: Bytes of the texts in UTF-8.
        failure: Why there is no figure; "" where there is one.
    """

    characters: int = 0
    seconds: float = 0.0
    found: int = 0
    memory: int = 0
    size: int = 0
    failure: str = ""

    @property
    def rate(self) -> float:
        """Characters a second; 0 where there is no figure."""
        return self.characters / self.seconds if self.seconds else 0.0


def run(contender: str, texts: Sequence[str], *, seconds: float, patience: float = _PATIENCE) -> Run:
    """One contender's figures, from a process of its own."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        command = [sys.executable, "-m", "benchmarks.contenders", contender, file.name, str(seconds)]
        try:
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=patience, check=False)
        except subprocess.TimeoutExpired:
            return Run(failure=f"not finished after {patience} s")
    if done.returncode:
        return Run(failure=(done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1])
    figures = json.loads(done.stdout.splitlines()[-1])
    memory = int(figures["peak"] - figures["before"])
    size = sum(len(text.encode()) for text in texts)
    return Run(int(figures["characters"]), figures["seconds"], int(figures["found"]), memory, size)


def compare(texts: list[str], *, seconds: float) -> dict[str, Run]:
    """Every contender on the same texts."""
    runs = {}
    for name, title in _TITLES.items():
        say(f"{title} ...")
        slice_of = _SLICES.get(name)
        runs[name] = run(name, [text[:slice_of] for text in texts], seconds=seconds)
    return runs


def start_up(text: str) -> dict[str, float]:
    """Seconds, median of seven, until each command has ended; compiled beforehand, as an installed package is."""
    for folder in (ROOT / "src", sysconfig.get_path("purelib")):
        compileall.compile_dir(folder, quiet=2)
    lantu = str(Path(sys.executable).with_name("lantu"))
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.txt"
        small.write_text(text, encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "lantu --version": [lantu, "--version"],
            "lantu extract small.txt": [lantu, "extract", str(small)],
        }
        return {name: statistics.median(map(_seconds, [command] * _RUNS)) for name, command in commands.items()}


def _seconds(command: Sequence[str]) -> float:
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=_PATIENCE)
    return perf_counter() - start


def lengths(texts: list[str], sizes: Iterable[int]) -> dict[int, Run]:
    """Lantu on one text of each size, in megabytes of UTF-8."""
    runs = {}
    for size in sizes:
        say(f"{size} MB ...")
        runs[size] = run("lantu", [of_bytes(texts, size * MEGABYTE)], seconds=0)
    return runs


def adversaries(size: int) -> dict[str, Run]:
    """Lantu on lines of so many megabytes that nobody writes."""
    runs = {}
    for name in ADVERSARIAL:
        say(f"{size} MB of {name} ...")
        runs[name] = run("lantu", [adversary(name, size * MEGABYTE)], seconds=0)
    return runs


@dataclass(frozen=True, slots=True)
class Speed:
    """Everything that was measured."""

    origin: str
    contenders: dict[str, Run]
    starts: dict[str, float]
    lengths: dict[int, Run]
    adversaries: dict[str, Run]
    adversary_size: int


def verdicts(speed: Speed) -> list[tuple[str, str, str, bool]]:
    """Each figure that has a target: its title, the figure, the target, and whether it is met."""
    rate = speed.contenders["lantu"].rate
    start = speed.starts["lantu extract small.txt"]
    sizes = sorted(speed.lengths)
    slow, quick = speed.lengths[sizes[-1]], speed.lengths[sizes[0]]
    is_complete = not (slow.failure or quick.failure)
    growth = quick.rate / slow.rate if is_complete else float("inf")
    ended = sum(not run.failure for run in speed.adversaries.values())
    return [
        ("whole extraction, characters a second", f"{rate:,.0f}", f"≥ {RATE_TARGET:,}", rate >= RATE_TARGET),
        ("start-up with a small file", f"{start:.2f} s", f"< {START_TARGET} s", start < START_TARGET),
        (
            f"time per MB, {sizes[-1]} MB against {sizes[0]} MB",
            f"{growth:.2f}",
            f"≤ {GROWTH_TARGET}",
            growth <= GROWTH_TARGET,
        ),
        (
            "lines that nobody writes, ended",
            f"{ended} of {len(speed.adversaries)}",
            "all",
            ended == len(speed.adversaries),
        ),
    ]


def page(speed: Speed) -> str:
    """The figures as Markdown."""
    rows = [(what, figure, target, "✓" if passed else "✗ missed") for what, figure, target, passed in verdicts(speed)]
    parts = [
        circumstances("make bench"),
        table(["", "measured", "target", ""], rows),
        (
            f"**Beside others**, in one run on the same text ({speed.origin}), one core. JioNLP requires jiojio (GPL-3.0) and "
            "is installed only for this comparison, in an environment of its own; Lantu does not depend on it."
        ),
        _contender_table(speed.contenders),
        "**Start-up** of the command line with its bytecode compiled, as installing leaves it, median of seven:",
        table(["command", "seconds"], [(f"`{name}`", f"{seconds:.3f}") for name, seconds in speed.starts.items()]),
        (
            "**Length**: one text of so many megabytes (UTF-8). Memory is what the process came to need beyond the text itself "
            "and the loaded program, as a multiple of the text's bytes."
        ),
        _length_table({f"{size} MB": run for size, run in speed.lengths.items()}),
        (
            f"**One line** that nobody writes, of {speed.adversary_size} MB, or of a tenth where every few bytes are a number, "
            "each of which is read in full:"
        ),
        _length_table(speed.adversaries),
    ]
    return "\n\n".join(parts)


def _contender_table(runs: dict[str, Run]) -> str:
    base = runs["lantu"].rate
    rows = []
    for name, title in _TITLES.items():
        result = runs[name]
        if result.failure:
            rows.append((title, f"missing: {result.failure}", "", "", ""))
            continue
        ratio = f"{base / result.rate:,.2f} ×" if base else ""
        rows.append((title, f"{result.rate:,.0f}", ratio, f"{result.characters:,}", f"{result.found:,}"))
    return table(["", "characters a second", "Lantu is faster by", "characters read", "found"], rows)


def _length_table(runs: dict[str, Run]) -> str:
    rows = []
    for name, result in runs.items():
        if result.failure:
            rows.append((name, result.failure, "", "", "", ""))
            continue
        size = result.size / MEGABYTE
        seconds = (f"{result.seconds:.2f}", f"{result.seconds / size:.3f}")
        rows.append((name, f"{size:.1f}", *seconds, f"{result.rate:,.0f}", f"{result.memory / result.size:.1f} ×"))
    return table(["", "MB", "seconds", "seconds a MB", "characters a second", "memory"], rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 1 where a figure misses its target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller texts, and docs/speed.md is left as it is")
    options = parser.parse_args(arguments)
    origin, texts = documents()
    size = 1 if options.quick else 10
    speed = Speed(
        origin,
        compare(texts, seconds=1 if options.quick else 5),
        start_up(texts[0][:2000]),
        lengths(texts, (1, 2) if options.quick else (1, 2, 5, 10)),
        adversaries(size),
        size,
    )
    text = page(speed)
    print(text)
    if not options.quick:
        write_between(PAGE, "speed", text, start=_START)
    return 0 if all(passed for *_, passed in verdicts(speed)) else 1


if __name__ == "__main__":
    sys.exit(main())
