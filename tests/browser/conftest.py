"""A browser, and the page that Lantu makes of the sample documents."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lantu.cli.main import main
from tests.optional import require, require_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_ARGUMENTS = (
    "--no-sandbox", # a container's user is root
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Debian's chromium."""
    require("playwright", "pip install playwright")
    program = require_any(("chromium", "google-chrome"), "apt-get install chromium fonts-wqy-microhei")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be missing

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=f"/usr/bin/{program}", args=list(_ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def page_file(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a work report, an outline with tables and boxes, and an action plan with responsible units."""
    output = tmp_path_factory.mktemp("page") / "lantu.html"
    names = ("work-report-2026.txt", "outline-2026-2030.docx", "action-plan-2026-2028.pdf")
    assert (
        main(["extract", *(str(samples / name) for name in names), "-o", str(output), "--lang", "zh", "--quiet"]) == 0
    )
    return output


@pytest.fixture
def page(browser: "Browser", page_file: Path) -> "Iterator[Page]":
    """The page, opened on a desk; nothing may be fetched, and no error may stand in its console."""
    yield from opened(browser, page_file)


def opened(browser: "Browser", page_file: Path, address: str = "", **settings: object) -> "Iterator[Page]":
    """A page as fixture: closed at the end, its errors being the test's."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1440, "height": 900}, **settings)  # type: ignore[arg-type]
    window = context.new_page()
    window.on("pageerror", lambda error: faults.append(str(error)))
    window.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    window.on("request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None)
    window.goto(page_file.as_uri() + address)
    yield window
    context.close()
    assert faults == []
