"""The page at ``/`` in a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.live_server import serve_in_thread
from pytest_fixturegen.server.page import PAGE_FOLDER
from pytest_fixturegen.store.store import Store

pytestmark = pytest.mark.browser
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
    " --window-size=1280,900 --force-device-scale-factor=1"
).split()


class Browser:
    """A page in a browser, with the actions of a user."""

    def __init__(self, driver: Any, address: str) -> None:
        self.driver = driver
        self.address = address
        driver.get(address)

    def all(self, selector: str) -> list[Any]:
        """Return the elements that match *selector*."""
        return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def texts(self, selector: str) -> list[str]:
        """Return the texts of the elements that match *selector*."""
        return [str(each.text) for each in self.all(selector)]

    def click(self, selector: str) -> None:
        """Click the first element that matches *selector*."""
        self.driver.execute_script("document.querySelector(arguments[0]).click()", selector)

    def choose(self, selector: str, value: str) -> None:
        """Select *value* in the first element that matches *selector*."""
        Select(self.all(selector)[0]).select_by_value(value)

    def write(self, selector: str, text: str) -> None:
        """Type *text* into the first element that matches *selector*."""
        self.all(selector)[0].send_keys(text)

    def until(self, condition: Callable[[], Any]) -> None:
        """Wait until *condition* holds."""
        WebDriverWait(self.driver, 5, 0.02, ignored_exceptions=[Exception]).until(
            lambda _: condition()
        )


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium without a window."""
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.binary_location = "/usr/bin/chromium"
    started = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    yield started
    started.quit()


@pytest.fixture
def page(driver: Any, store: Store) -> Iterator[Browser]:
    """The page of the blog, with its rows loaded."""
    with serve_in_thread(make_app(store, ServeConfig())) as address:
        shown = Browser(driver, address)
        shown.until(lambda: shown.texts("#rows tr"))
        yield shown
        assert [each for each in driver.get_log("browser") if each["level"] == "SEVERE"] == []


def test_the_page_shows_resources_and_rows(page: Browser) -> None:
    page.until(lambda: len(page.all("#resources button")) == 2)
    assert page.texts("#resources button") == ["users\n6", "posts\n12"]
    page.all("#resources button")[1].click()
    page.until(lambda: page.texts("#title") == ["Records of posts"])
    assert len(page.all("#rows tr")) == 12
    assert page.texts("#place") == ["Page 1 of 1, 12 records"]


def test_rows_can_be_filtered_sorted_and_reset(page: Browser, store: Store) -> None:
    page.choose("#field", "name")
    page.choose("#operator", "_like")
    name = store["users"].all()[2].name
    page.write("#value", name + Keys.ENTER)
    page.until(lambda: len(page.all("#rows tr")) == 1)
    assert name in page.texts("#rows td")
    page.click("#clear")
    page.until(lambda: len(page.all("#rows tr")) == 6)
    page.click("#head th:nth-child(1) button")
    page.until(lambda: page.all("#head th")[0].get_attribute("aria-sort") == "ascending")
    ids = [int(text) for text in page.texts("#rows td:nth-child(1)")]
    assert ids == sorted(ids)


def test_the_next_page_can_be_shown(page: Browser, store: Store) -> None:
    store.grow("users", 30)
    page.driver.refresh()
    page.until(lambda: page.texts("#place") == ["Page 1 of 2, 30 records"])
    page.click("#next")
    page.until(lambda: page.texts("#place") == ["Page 2 of 2, 30 records"])
    assert len(page.all("#rows tr")) == 5
    assert not page.all("#next")[0].is_enabled()


def test_a_record_can_be_opened_and_closed_by_keyboard(page: Browser, store: Store) -> None:
    page.all("#rows td button")[1].send_keys(Keys.ENTER)
    page.until(lambda: page.texts("#which") == ["users 2"])
    assert json.loads(page.texts("#whole")[0])["email"] == store["users"].get(2).email
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.until(lambda: not page.all("#record")[0].is_displayed())
    assert (
        page.driver.switch_to.active_element.get_attribute("aria-label") == "Show record 2 of users"
    )


def test_updates_keep_the_keyboard_focus(page: Browser) -> None:
    def get_focused_text() -> str:
        return str(page.driver.switch_to.active_element.text).partition("\n")[0]

    page.all("#resources button")[1].send_keys(Keys.ENTER)
    page.until(lambda: page.texts("#title") == ["Records of posts"])
    assert get_focused_text() == "posts"
    page.all("#head button")[0].send_keys(Keys.ENTER)
    page.until(lambda: page.all("#head th")[0].get_attribute("aria-sort") == "ascending")
    assert get_focused_text() == "id ▲"
    page.write("#name", "kept" + Keys.ENTER)
    page.until(lambda: page.texts("#snapshots span") == ["kept"])
    page.all("#snapshots button")[0].send_keys(Keys.ENTER)
    page.until(lambda: page.texts("#done") == ["Restored the snapshot kept."])
    assert get_focused_text() == "Restore"
    page.all("#snapshots button")[1].send_keys(Keys.ENTER)
    page.until(lambda: page.texts("#snapshots span") == [])
    assert page.driver.switch_to.active_element.get_attribute("id") == "records"


def test_a_refused_query_is_not_repeated(page: Browser) -> None:
    columns = page.texts("#head button")
    page.all("#head button")[columns.index("home")].send_keys(Keys.ENTER)
    page.until(lambda: "home has no order" in page.texts("#message")[0])
    page.all("#head button")[columns.index("age")].send_keys(Keys.ENTER)
    page.until(lambda: page.texts("#message") == [""] and "age ▲" in page.texts("#head button"))
    page.choose("#field", "age")
    page.write("#value", "old" + Keys.ENTER)
    page.until(lambda: "not a whole number" in page.texts("#message")[0])
    page.all("#head button")[columns.index("age")].send_keys(Keys.ENTER)
    page.until(lambda: page.texts("#message") == [""] and "age ▼" in page.texts("#head button"))
    page.driver.get_log("browser")  # the refused requests


def test_the_page_reports_finished_actions(page: Browser) -> None:
    assert page.all("#done")[0].get_attribute("role") == "status"
    page.click("#reset")
    page.until(lambda: page.texts("#done") == ["Restored the initial data."])
    page.click("#save")
    page.until(
        lambda: (
            page.texts("#done")
            == ["Nothing to save: this adapter saves every change, or has no file."]
        )
    )


def test_snapshots_can_be_saved_restored_and_deleted(page: Browser, store: Store) -> None:
    page.write("#name", "before" + Keys.ENTER)
    page.until(lambda: page.texts("#snapshots span") == ["before"])
    store["users"].delete(store["users"].all()[0].id)
    page.click("#snapshots button")
    page.until(lambda: page.texts("#resources button")[0] == "users\n6")
    assert len(store["users"]) == 6
    store["users"].delete(store["users"].all()[0].id)
    page.click("#reset")
    page.until(lambda: len(store["users"]) == 6)
    page.click('button[aria-label="Delete before"]')
    page.until(lambda: page.texts("#snapshots span") == [])


def test_errors_are_announced_to_screen_readers(page: Browser) -> None:
    page.choose("#field", "age")
    page.write("#value", "old" + Keys.ENTER)
    page.until(lambda: page.texts("#message") != [""])
    assert page.texts("#message") == ["age: 'old' is not a whole number. Give a whole number."]
    assert page.all("#message")[0].get_attribute("role") == "alert"
    page.driver.get_log("browser")  # the refused request


def test_every_control_has_a_name_and_is_reachable_by_keyboard(page: Browser) -> None:
    names = page.driver.execute_script(NAMES)
    assert all(names), names
    body, seen = page.all("body")[0], []
    for _ in range(40):
        body.send_keys(Keys.TAB)
        seen.append(
            page.driver.execute_script(
                "return document.activeElement.id || document.activeElement.textContent"
            )
        )
    assert {"Skip to the records", "reset", "name", "field", "value", "clear"} <= set(seen)


NAMES = """
return [...document.querySelectorAll("button, input, select, a")].map((each) =>
  each.getAttribute("aria-label") || each.textContent.trim()
    || (each.labels && each.labels[0] && each.labels[0].textContent))
"""


def test_the_page_asks_for_a_token(driver: Any, store: Store) -> None:
    with serve_in_thread(make_app(store, ServeConfig(token="open sesame"))) as address:
        page = Browser(driver, address)
        page.until(page.all("#access")[0].is_displayed)
        page.write("#token", "open sesame" + Keys.ENTER)
        page.until(lambda: len(page.all("#rows tr")) == 6)
    driver.get_log("browser")  # the request without a token


def test_values_are_shown_as_text_not_markup(page: Browser, store: Store) -> None:
    user = store["users"].all()[0]
    store["users"].patch(user.id, name="<img src=x onerror=alert(1)>")
    page.driver.refresh()
    page.until(lambda: "<img src=x onerror=alert(1)>" in page.texts("#rows td"))
    assert page.all("#rows img") == []


def test_the_page_loads_nothing_from_other_hosts(page: Browser) -> None:
    loaded = page.driver.execute_script(
        "return performance.getEntriesByType('resource').map((each) => each.name)"
    )
    assert loaded
    assert all(each.startswith((page.address, "data:")) for each in loaded), json.dumps(loaded)
    assert not [file for file in PAGE_FOLDER.iterdir() if "://" in file.read_text()]


@pytest.mark.parametrize("width", [1280, 400])
def test_the_page_fits_the_window(page: Browser, tmp_path: Path, width: int) -> None:
    page.driver.set_window_size(width, 900)
    page.until(lambda: page.texts("#rows tr"))
    assert page.driver.save_screenshot(str(tmp_path / "page.png"))
    sticking = page.driver.execute_script(
        "return document.documentElement.scrollWidth - window.innerWidth"
    )
    page.driver.set_window_size(1280, 900)
    assert sticking <= 0
