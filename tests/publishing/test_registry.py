from importlib import import_module

import pytest

from lantu.publishing.options import Options
from lantu.publishing.registry import FORMATS, format_for
from tests.fakes.extractions import sample_extraction


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_bytes(name: str) -> None:
    assert b"".join(FORMATS[name].write([sample_extraction()], Options()))


@pytest.mark.parametrize("name", FORMATS)
def test_every_writer_says_what_it_gives(name: str) -> None:
    module, _, function = FORMATS[name].writer.partition(":")
    assert getattr(import_module(module), function).__doc__


def test_a_format_is_known_by_its_suffix_whatever_its_case() -> None:
    found = format_for(".XLSX")
    assert found is not None
    assert found.name == "xlsx"


def test_an_unknown_suffix_has_no_format() -> None:
    assert format_for(".docx") is None
