"""A missing piece is never passed over in silence."""

from pathlib import Path

import pytest

from tests import optional


def test_a_missing_piece_is_a_visible_skip_at_a_desk(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not there: install it"):
        optional.require("no-such-program", "install it")


def test_a_missing_piece_fails_in_ci(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not there: install it"):
        optional.require("no-such-program", "install it")


def test_a_missing_path_fails_in_ci(monkeypatch, tmp_path):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception):
        optional.require_path(tmp_path / "absent", "make it")


def test_a_module_or_a_program_that_is_there_is_accepted():
    optional.require("json", "part of Python")
    assert optional.require_any(("no-such-program", "sh"), "part of the system") == "sh"
    assert optional.require_path(Path(__file__), "this file") == Path(__file__)
