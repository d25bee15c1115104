"""Fixtures that any test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.optional import require_path

ROOT = Path(__file__).resolve().parents[1]

# A build server must not flicker: the same examples on every run, and more of them than at a desk.
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("desk", max_examples=50, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and their annotations, beside the checkout."""
    return require_path(ROOT.parent / "shared", "real documents are kept beside the checkout, not in it")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample documents about an invented province."""
    return ROOT / "samples"
