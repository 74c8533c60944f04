"""The page of a report in a browser: complete, quiet, and as wide as its window."""

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
    """Where the page of the module of troubles lies."""
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
    assert CliRunner().invoke(main, ["doctor", *map(str, words)]).exit_code == 0
    return path.as_uri()


@pytest.fixture
def page(driver: Any, address: str) -> Iterator[Browser]:  # noqa: F811
    """The page."""
    yield Browser(driver, address)
    assert [each for each in driver.get_log("browser") if each["level"] == "SEVERE"] == []


def test_the_report_is_shown(page: Browser) -> None:
    assert page.texts("h1") == [str(troubles.__file__)]
    assert {"Fields on fallback", "Members of unions that are never drawn"} <= {*page.texts("h3")}
    assert len(page.all("details[open]")) == len(page.all(".models tbody tr")) == 10
    assert len(page.all("svg.histogram rect")) > 10
    assert "<script>alert(1)</script>" in page.texts(".samples code")


def test_every_table_has_a_caption_and_every_plot_a_description(page: Browser) -> None:
    assert len(page.all("caption")) == len(page.all("table")) > 5
    assert [
        each
        for each in page.all("svg")
        if not (each.get_attribute("aria-label") or each.get_attribute("aria-hidden"))
    ] == []
    assert (
        page.driver.execute_script(
            "return [...document.querySelectorAll('h1, h2, h3')].map((each) => each.tagName)"
        )[0]
        == "H1"
    )


def test_a_model_is_found_from_its_line(page: Browser) -> None:
    page.driver.execute_script(
        "document.querySelectorAll('details').forEach((each) => { each.open = false })"
    )
    page.click(".models tbody tr:nth-child(3) a")
    page.until(lambda: len(page.all("details[open]")) == 1)
    assert page.driver.execute_script(
        "return document.querySelector(':target').closest('details').innerText"
    ).startswith("Refusing")


def test_nothing_is_loaded(page: Browser) -> None:
    assert page.driver.execute_script("return performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_and_can_be_read_in_light_and_dark(
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
  const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map((each) => each / 255)
    .map((each) => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (each) => {
  while (each && /rgba\\(0, 0, 0, 0\\)|transparent/.test(getComputedStyle(each).backgroundColor)) each = each.parentElement;
  return each ? getComputedStyle(each).backgroundColor : "rgb(255, 255, 255)";
};
return [...document.querySelectorAll("p, li, td, th, code, .badge, .kind, dt, dd, a")]
  .filter((each) => each.textContent.trim() && each.offsetParent)
  .filter((each) => {
    const [one, other] = [light(getComputedStyle(each).color), light(behind(each))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 4.5;
  }).map((each) => each.className + " " + each.textContent.slice(0, 40));
"""
"""Texts whose contrast is less than 4.5 to 1 [WCAG 2.2, 1.4.3]."""
