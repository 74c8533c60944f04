"""The HTML page in a browser: complete, without errors, readable in every window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pytest_fixturegen.cli.main import main
from tests.doctor import troubles
from tests.server.test_page import Browser, driver  # noqa: F401 - a fixture

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of the page for tests/doctor/troubles.py."""
    path = tmp_path_factory.mktemp("report") / "page.html"
    words = [
        troubles.__file__,
        "-n",
        "30",
        "--html",
        str(path),
        "--timeout",
        "120",
        "--field-hints",
        "examples",
    ]
    result = CliRunner().invoke(main, ["doctor", *map(str, words)])
    assert result.exit_code == 0, result.output
    return path.as_uri()


@pytest.fixture
def page(driver: Any, address: str) -> Iterator[Browser]:  # noqa: F811
    """Return the open page, and check that it logged no errors."""
    yield Browser(driver, address)
    assert [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_the_page_shows_findings_models_and_samples(page: Browser) -> None:
    assert page.texts("h1") == [str(troubles.__file__)]
    assert {"Fields on fallback", "Members of unions that are never drawn"} <= {*page.texts("h3")}
    assert len(page.all("details[open]")) == len(page.all(".models tbody tr")) == 10
    assert len(page.all("svg.histogram rect")) > 10
    assert "<script>alert(1)</script>" in page.texts(".samples code")


def test_tables_have_captions_and_plots_have_descriptions(page: Browser) -> None:
    assert len(page.all("caption")) == len(page.all("table")) > 5
    assert [
        svg
        for svg in page.all("svg")
        if not (svg.get_attribute("aria-label") or svg.get_attribute("aria-hidden"))
    ] == []
    assert (
        page.driver.execute_script(
            "return [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.tagName)"
        )[0]
        == "H1"
    )


def test_a_link_unfolds_its_model(page: Browser) -> None:
    page.driver.execute_script(
        "document.querySelectorAll('details').forEach((details) => { details.open = false })"
    )
    page.click(".models tbody tr:nth-child(3) a")
    page.until(lambda: len(page.all("details[open]")) == 1)
    assert page.driver.execute_script(
        "return document.querySelector(':target').closest('details').innerText"
    ).startswith("Refusing")


def test_the_page_loads_no_resources(page: Browser) -> None:
    assert page.driver.execute_script("return performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_the_window_and_has_contrast(
    page: Browser, tmp_path: Path, width: int, *, dark: bool
) -> None:
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    assert page.driver.save_screenshot(str(tmp_path / "page.png"))
    sticking = page.driver.execute_script(
        "return document.documentElement.scrollWidth - window.innerWidth"
    )
    faint = page.driver.execute_script(FAINT)
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert sticking <= 0
    assert faint == []


FAINT = """
const light = (text) => {
  const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map((byte) => byte / 255)
    .map((byte) => byte <= 0.03928 ? byte / 12.92 : ((byte + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (element) => {
  const transparent = /rgba\\(0, 0, 0, 0\\)|transparent/;
  while (element && transparent.test(getComputedStyle(element).backgroundColor)) {
    element = element.parentElement;
  }
  return element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
};
return [...document.querySelectorAll("p, li, td, th, code, .badge, .kind, dt, dd, a")]
  .filter((element) => element.textContent.trim() && element.offsetParent)
  .filter((element) => {
    const lights = [light(getComputedStyle(element).color), light(behind(element))];
    const [one, other] = lights.sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 4.5;
  }).map((element) => element.className + " " + element.textContent.slice(0, 40));
"""
"""A script that returns texts whose contrast is below 4.5 to 1 [WCAG 2.2, 1.4.3]."""
