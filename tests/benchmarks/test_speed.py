"""A contender that cannot run is shown as missing, never left out."""

import pytest

from benchmarks import speed
from benchmarks.speed import Run, page, run
from benchmarks.texts import ADVERSARIAL, of_bytes


def test_a_contender_is_measured_in_a_process_of_its_own():
    result = run("digits_expression", ["增长5.5%，达到3万亿元。"], seconds=0)
    assert (result.failure, result.characters, result.found) == ("", 14, 2)


def test_a_contender_that_fails_says_why():
    assert run("nobody", ["5%"], seconds=0).failure == "KeyError: 'nobody'"


def test_a_contender_that_does_not_end_says_so():
    assert run("digits_expression", ["5%"], seconds=9, patience=0.5).failure == "not finished after 0.5 s"


def test_a_missing_peer_is_shown_in_the_table():
    runs = dict.fromkeys(speed._TITLES, Run(100, 1.0)) | {
        "jionlp": Run(failure="ModuleNotFoundError: No module named 'jionlp'")
    }
    measured = speed.Speed(
        "samples/", runs, {"lantu extract small.txt": 0.1}, {1: Run(1, 1.0, size=1), 2: Run(2, 2.0, size=2)}, {}, 1
    )
    assert "| JioNLP, time and money | missing: ModuleNotFoundError: No module named 'jionlp' |" in page(measured)


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_a_line_that_nobody_writes_is_one_line_of_the_asked_size(name):
    line = ADVERSARIAL[name](3000)
    assert "\n" not in line
    assert 2000 < len(line.encode()) <= 3000


def test_a_text_of_a_size_is_cut_between_characters():
    assert of_bytes(["增长"], 7) == "增长\n"
