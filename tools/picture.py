"""The picture in the README: a screenshot of the page over the sample documents. python tools/picture.py takes it."""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "page.png"
#: In the order in which the page lists them; the first is the one that is open.
DOCUMENTS = ("work-report-2026.txt", "work-report-2027.html", "outline-2026-2030.docx", "action-plan-2026-2028.pdf")
_COLOURS = 128


def main() -> None:
    """Takes the picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "lantu.html"
        names = [str(ROOT / "samples" / name) for name in DOCUMENTS]
        subprocess.run([sys.executable, "-m", "lantu", "extract", *names, "-o", str(page), "--quiet"], check=True)
        screenshot = _screenshot(page)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    # A screen of text has few colours, so a palette loses nothing that one sees and makes the file half as large.
    Image.open(io.BytesIO(screenshot)).convert("RGB").quantize(_COLOURS).save(PICTURE, optimize=True)
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes\n")


def _screenshot(page: Path) -> bytes:
    with sync_playwright() as playwright:
        # Debian's chromium, which is root's in a container and then needs --no-sandbox.
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1360, "height": 850})
        window.goto(page.as_uri())
        window.locator("article:visible a.m.target").nth(3).click()
        window.wait_for_timeout(400)  # until the scrolling has come to rest
        screenshot = window.screenshot()
        browser.close()
    return screenshot


if __name__ == "__main__":
    main()
