"""Long text ends: ten megabytes in a line, or two hundred thousand lines, take a bounded time and a bounded memory.

The bounds are generous, since a machine that runs tests is busy; `make bench` measures.
"""

import pytest

from benchmarks.speed import run
from benchmarks.texts import ADVERSARIAL, DENSE, MANY_LINES, MEGABYTE, adversary

_SECONDS = 60
#: Of lines that hold a number every few bytes, less: reading a number in full takes longer than reading on.
_SIZES = {False: 10 * MEGABYTE, True: 3 * MEGABYTE}
#: Bytes needed for each byte of text, where a quantity is written in two: 5%5%5%.
_MEMORY = 1000


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_a_line_that_nobody_writes_is_read_to_its_end(name):
    result = run("lantu", [adversary(name, _SIZES[name in DENSE])], seconds=0, patience=_SECONDS)
    assert result.failure == ""
    assert result.memory < _MEMORY * result.size


@pytest.mark.parametrize("name", MANY_LINES)
def test_a_text_of_very_many_lines_is_read_to_its_end(name):
    result = run("lantu", [MANY_LINES[name](MEGABYTE // 2)], seconds=0, patience=_SECONDS)
    assert result.failure == ""
