"""Those that are measured, each run in a process of its own.

usage: python -m benchmarks.contenders NAME TEXTS.json SECONDS

TEXTS.json holds a list of texts. One line of JSON comes back on stdout: characters, seconds, what was found, memory.
The imports of the peers stand inside functions, since one that is missing must not keep the others from running.
"""
# ruff: noqa: PLC0415

import json
import logging
import re
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

Work = Callable[[str], int]


def lantu() -> Work:
    """Lantu's whole extraction: cleaning, tree, front matter, statements, tasks, projects and findings."""
    from lantu.extraction.pipeline import extract
    from lantu.reading.documents import read_document
    from lantu.text.source import Source

    def work(text: str) -> int:
        return len(extract(read_document(Source("text.txt", text))).statements)

    return work


def regular_expression() -> Work:
    """One pass of a plain regular expression for the quantities alone: comparator, number or range, multiplier, unit."""
    number = r"(?:\d+(?:[,，]\d{3})*(?:\.\d+)?|[〇零一二三四五六七八九十百千两几数]+)"
    quantity = re.compile(
        rf"(?:不低于|不少于|不超过|不高于|高于|低于|超过|突破|达到?|约|近|≥|≤)?{number}(?:\s*(?:—|－|-|～|~|至|到)\s*{number})?"
        rf"\s*[余多]?[十百千万亿]*[余多]?\s*(?:{_UNITS})(?:左右|以上|以下|以内)?"
    )
    return _counting(quantity)


def digits_expression() -> Work:
    """The same without Chinese numerals, ranges and comparators: as fast as `re` can be, since a digit leads it."""
    return _counting(re.compile(rf"\d+(?:\.\d+)?[十百千万亿]*(?:{_UNITS})"))


_UNITS = "%|个百分点|百分点|元|美元|亩|公顷|平方公里|平方米|公里|米|立方米|吨标准煤|吨|斤|千瓦时|千瓦|人次|人|名|户|家|个|项|件|条|处|座|所|场|套|倍"


def _counting(expression: re.Pattern[str]) -> Work:
    def work(text: str) -> int:
        return sum(1 for _ in expression.finditer(text))

    return work


def jionlp() -> Work:
    """JioNLP's extraction of times and of money, line by line, as it is fastest."""
    from jionlp import ner

    logging.disable()  # It logs a trace for each number that it took for a time; writing those is not its work.

    def work(text: str) -> int:
        return sum(len(ner.extract_time(line)) + len(ner.extract_money(line)) for line in _lines(text))

    return work


def recognizers() -> Work:
    """Microsoft Recognizers-Text for Chinese: numbers with units (dimension, currency, age, temperature) and times."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )
    from recognizers_text import Culture

    recognisers = (recognize_dimension, recognize_currency, recognize_age, recognize_temperature, recognize_datetime)

    def work(text: str) -> int:
        return sum(len(recognise(line, Culture.Chinese)) for line in _lines(text) for recognise in recognisers)

    return work


CONTENDERS: dict[str, Callable[[], Work]] = {
    "lantu": lantu,
    "regular_expression": regular_expression,
    "digits_expression": digits_expression,
    "jionlp": jionlp,
    "recognizers": recognizers,
}


def measure(name: str, texts: Sequence[str], seconds: float) -> dict[str, float]:
    """One contender's figures: the fastest of as many passes over the texts as fit into the time, at least one.

    Time is that of the processor, of which each contender uses one core: other work on the machine does not count.
    """
    work = CONTENDERS[name]()
    if seconds:
        work(texts[0][:2000])  # what is loaded or compiled with the first text does not count
    before = peak_memory()
    deadline, best, found = perf_counter() + seconds, float("inf"), 0
    while True:
        start = process_time()
        found = sum(map(work, texts))
        best = min(best, process_time() - start)
        if perf_counter() >= deadline:
            break
    characters = sum(map(len, texts))
    return {"characters": characters, "seconds": best, "found": found, "before": before, "peak": peak_memory()}


def peak_memory() -> int:
    """The most memory that this process has had at once, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would count the parent that this process was forked from
        return int(re.search(r"VmHWM:\s*(\d+)", status.read_text(encoding="ascii"))[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


if __name__ == "__main__":
    texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    print(json.dumps(measure(sys.argv[1], texts, float(sys.argv[3]))))
