"""Take the screenshots of the docs: ``python tools/screenshots.py`` (needs Chromium).

It serves the models of ``examples/tour``, and reports on the models of the shop, in light and dark.
The picture of a terminal shows what commands print in the folder of the shop.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console
from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
EXAMPLES = ROOT / "examples"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
SIZES = (1440, 768, 375)
"""Widths in pixels: a desktop, a tablet and a phone. The first one is in the docs."""

HEIGHT = 900

COLUMNS = 92
MODULES = {"pfg": ("pytest_fixturegen",), "pytest": ("pytest",)}
COMMANDS = (
    "pytest -q --pfg-seed 42",
    "pfg gen json models.py:Customer -n 1 --seed 42 --indent 2",
)
"""What the picture of a terminal shows."""


def open_browser() -> Any:
    """Return a browser without a window."""
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    return webdriver.Chrome(options=options)


def take(browser: Any, address: str, name: str, folder: Path) -> None:
    """Write pictures of the page at *address* for the docs, and of other widths to *folder*."""
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        for width in SIZES:
            metrics = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            browser.get(address)
            WebDriverWait(browser, 10).until(lambda page: page.find_elements("css selector", "td"))
            target = IMAGES if width == SIZES[0] else folder
            suffix = "" if width == SIZES[0] else f"-{width}"
            browser.save_screenshot(str(target / f"{name}-{scheme}{suffix}.png"))


def draw_terminal() -> None:
    """Draw the output of some commands in the folder of the shop as an SVG picture."""
    terminal = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    for command in COMMANDS:
        words = [sys.executable, "-m", *MODULES[command.partition(" ")[0]], *command.split()[1:]]
        result = subprocess.run(
            words,
            cwd=EXAMPLES / "shop",
            capture_output=True,
            text=True,
            check=True,
        )
        terminal.print(f"[bold green]$[/] {command}", highlight=False)
        terminal.print(result.stdout.strip())
    title = "pytest-fixturegen"
    (IMAGES / "terminal.svg").write_text(terminal.export_svg(title=title), "utf-8")


def main() -> None:
    """Take all pictures; print where those of other widths are."""
    IMAGES.mkdir(exist_ok=True)
    draw_terminal()
    folder = Path(tempfile.mkdtemp(prefix="screenshots-"))
    report = folder / "report.html"
    pfg = (sys.executable, "-m", "pytest_fixturegen")
    diagnose = [*pfg, "doctor", "models.py", "--html", str(report)]
    subprocess.run(diagnose, cwd=EXAMPLES / "shop", check=True)
    serve = [*pfg, "serve", "models.py", "--port", "0", "--link", "Order.user_id=User.id"]
    server = subprocess.Popen(serve, cwd=EXAMPLES / "tour", stdout=subprocess.PIPE, text=True)
    browser = open_browser()
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        take(browser, address, "store", folder)
        take(browser, report.as_uri(), "doctor", folder)
    finally:
        browser.quit()
        server.terminate()
        server.wait()
    print(f"pictures of other widths: {folder}")


if __name__ == "__main__":
    main()
