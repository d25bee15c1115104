"""Pieces that a machine may lack: a visible skip on a laptop, a failure where CI is set."""

import importlib.util
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def in_ci() -> bool:
    """Whether this run has to be complete: CI=true, as build servers set it."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def missing(what: str, how: str) -> NoReturn:
    """Ends the test: skipped on a laptop, failed in CI, in both cases with what to do."""
    message = f"{what} is not there: {how}"
    if in_ci():
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def require(name: str, how: str) -> None:
    """Ends the test unless a program of this name is on the path or a module of this name can be imported.

    Args:
        name: ``chromium``, ``soffice``, ``rapidocr`` ...
        how: What to do to get it, such as ``apt-get install chromium``.
    """
    if not _is_there(name):
        missing(name, how)


def require_any(names: tuple[str, ...], how: str) -> str:
    """The first of these programs or modules that is there; ends the test where none is."""
    for name in names:
        if _is_there(name):
            return name
    missing(" or ".join(names), how)


def require_path(path: Path, how: str) -> Path:
    """The path, if it exists; ends the test otherwise."""
    if not path.exists():
        missing(str(path), how)
    return path


def _is_there(name: str) -> bool:
    return shutil.which(name) is not None or importlib.util.find_spec(name) is not None
