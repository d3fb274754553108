"""The offline copy: complete without a network, never a mixture of two versions, deleted when switched off."""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from footing.browser.service_worker import write_service_worker
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.week_page import unfold
from tests.support.addresses import EXERCISES, PAGES
from tests.support.fickle import BREAKS, FickleServer
from tests.support.watched_pages import PHONE, TIMEOUT

PDF = "week/long-week-a4.pdf"
LINK = f'<p><a href="/good-footing/{PDF}">To print</a></p>'

# Which versions a page, its styles, its script and its data are of.
VERSIONS = """async () => [...new Set([
    document.querySelector("meta[name=test-version]").content,
    getComputedStyle(document.documentElement).getPropertyValue("--test-version").trim(),
    String(window.testVersion),
    (await (await fetch("/good-footing/exercises.json")).json())[0].version,
    String(/testLater=(\\w+)/.exec(await (await fetch("/good-footing/assets/made/offline.js")).text())?.[1]),
])]"""
INDEX = "index.html"
# The text of every file that is kept, by its name, asked for as a page asks.
FILES = """async () => {
    const texts = {}
    for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) {
            const address = new URL(url)
            const path = address.pathname.slice("/good-footing/".length)
            if (!address.search || path.endsWith(".png")) continue
            texts[path] = await (await fetch(address.pathname)).text()
        }
    return texts
}"""
CACHES = "async () => (await caches.keys()).length"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
# Counts the requests for a service worker.
RECORD_REGISTRATIONS = """
window.registrations = 0
const { register } = ServiceWorkerContainer.prototype
ServiceWorkerContainer.prototype.register = function (...options) {
    registrations++
    return register.apply(this, options)
}
"""
CACHED = "async (address) => Boolean(await caches.match(address, { ignoreSearch: true }))"
# Looks for a new version, and returns the state of its worker.
UPDATE = """async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration.update()
    const worker = registration.installing || registration.waiting
    if (!worker) return "none"
    while (worker.state === "installing") await new Promise((go) => worker.addEventListener("statechange", go))
    return worker.state
}"""


@dataclass
class Site:
    """A server whose site can be changed, and a context of one reader's browser."""

    server: FickleServer
    context: BrowserContext
    folder: Path
    built: Path
    built_for: str

    def version(self, number: int, offline: bool = True) -> Path:
        """The site as of some version: every page, style, script and data file contains its number."""
        made = self.folder / f"{number}"
        shutil.copytree(self.built, made)
        for file in (file for file in made.rglob("*") if file.suffix in (".html", ".xml", ".css", ".js", ".json")):
            text = file.read_text("utf-8").replace(self.built_for, self.server.url)
            if file.suffix == ".html":
                text = text.replace("</head>", f'<meta name="test-version" content="{number}"></head>')
                text = text.replace("</main>", f"{LINK}</main>")
            file.write_text(text, encoding="utf-8")
        for name, line in {
            "assets/made/footing.css": f":root{{--test-version:{number}}}",
            "assets/made/footing.js": f"window.testVersion={number};",
            "assets/made/offline.js": f"window.testLater={number};",
        }.items():
            file = made / name
            file.write_text(file.read_text("utf-8") + line, encoding="utf-8")
        data = made / "exercises.json"
        data.write_text(data.read_text("utf-8").replace("[{", f'[{{"version":"{number}",', 1), encoding="utf-8")
        (made / PDF).write_bytes(b"%PDF-1.4 to print")
        if not offline:
            for page in made.rglob("*.html"):
                page.write_text(re.sub(r"(?s)<offline-copy.*?</offline-copy>", "", page.read_text("utf-8")), "utf-8")
        write_service_worker(made, offline=offline)
        return made

    def visit(self, address: str = "") -> Page:
        """The reader's first visit, long enough for the copy to be made."""
        page = self.context.new_page()
        page.clock.install()
        page.goto(address)
        page.clock.run_for(10_500)
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        return page

    def open(self, address: str = "") -> Page:
        page = self.context.new_page()
        page.goto(address)
        return page


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FickleServer]:
    found = FickleServer(tmp_path)
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture
def site(server: FickleServer, browser: Browser, site_dir: Path, site_url: str, tmp_path: Path) -> Iterator[Site]:
    # Without the trace that the other tests keep: it holds up pages in the background, and here several are open.
    context = browser.new_context(base_url=server.url, viewport=PHONE, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(TIMEOUT)
    wrong: list[str] = []
    context.on("weberror", lambda thrown: wrong.append(str(thrown.error)))
    found = Site(server, context, tmp_path, site_dir, site_url)
    server.folder = found.version(1)
    yield found
    context.close()
    assert wrong == []


def arrives_at(page: Page, version: str) -> None:
    """Waits until the page is reloaded, with all its parts of that version."""
    expect(page.locator(f"meta[name=test-version][content='{version}']")).to_have_count(1)
    page.wait_for_load_state()
    assert page.evaluate(VERSIONS) == [version]


def notice(page: Page) -> Any:
    return page.get_by_role("region", name="Your copy of this site")


def offer_is_considered(page: Page) -> None:
    """Returns once the page has had its next chance to offer a new version, which it looks for each second.

    A timer set now for longer than that runs after it, however slow the page is.
    """
    page.evaluate("() => new Promise(done => setTimeout(done, 1_001))")


def test_the_first_page_view_makes_no_copy(site: Site) -> None:
    page = site.context.new_page()
    page.add_init_script(RECORD_REGISTRATIONS)
    page.clock.install()
    page.goto("")
    page.clock.run_for(9_000)
    assert page.evaluate("registrations") == 0
    # Where data are to be saved, nothing is kept unless it is switched on.
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto("about/")
    page.clock.run_for(10_500)
    assert page.evaluate("registrations") == 0
    assert "sw.js" not in site.server.asked
    expect(page.get_by_role("switch")).not_to_be_checked()


def test_the_whole_site_works_offline_after_the_first_visit(site: Site) -> None:
    first = site.visit()
    assert notice(first).is_hidden()
    assert first.evaluate(VERSIONS) == ["1"]
    site.server.down = True

    # Every page, and every file that pages ask for, to the byte; then one page of each kind, opened.
    page = site.open("about/")
    names = page.evaluate(FILES)
    assert {*PAGES, "assets/made/offline.js", "week/long-week.json", "search/search_index.json"} <= names.keys()
    for name, text in names.items():
        assert text == (site.server.folder / f"{name}{INDEX if name.endswith('/') or not name else ''}").read_text(
            "utf-8"
        )
    for address in ("", "exercises/", "week/long-week/", "exercises/ankle-cross/"):
        answer = page.goto(address, wait_until="domcontentloaded")
        assert answer
        assert answer.status == 200
        assert page.evaluate(VERSIONS) == ["1"], address
    expect(page.locator(".gf-figure svg, figure svg").first).to_be_visible()

    page.goto("exercises/?position=upright")
    assert 0 < page.locator(".gf-pick a:visible").count() < len(EXERCISES)
    page.goto("exercises/cork-roll")
    expect(page).to_have_url(re.compile("/exercises/cork-roll/$"))
    page.goto("exercises/cork-roll/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cork roll")

    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()

    page.goto("week/short-start/")
    unfold(page, "mon")
    page.locator("session-start[data-day=mon] button").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("dialog").locator(".gf-session__word")).to_have_text("Get ready")
    expect(page.get_by_role("dialog").locator(".gf-session__picture svg")).to_be_visible()
    page.get_by_role("button", name="Close").click()

    page.goto("your-own-week/#long-week")
    expect(page.locator(".gf-own__bar")).to_be_visible()
    page.goto("about/")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("dialog", name="Search").get_by_role("textbox").press_sequentially("elastic")
    page.locator(".md-search-result__item a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cord pull")

    unknown = page.goto("exercises/no-such-thing/")
    assert unknown
    assert unknown.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert page.evaluate(VERSIONS) == ["1"]


@pytest.mark.slow
def test_every_page_opens_offline(site: Site) -> None:
    site.visit().close()
    site.server.down = True
    page = site.context.new_page()
    for address in PAGES:
        page.goto(address, wait_until="domcontentloaded")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert page.evaluate(VERSIONS) == ["1"], address


def test_a_pdf_is_available_offline_once_it_was_opened(site: Site) -> None:
    site.visit()
    page = site.open("week/long-week/")
    site.server.down = True
    lost = page.goto(PDF)
    assert lost
    assert lost.status == 503
    expect(page.get_by_role("heading", level=1)).to_have_text("This file is not saved on your device")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--gf-teal')")  # its style is there
    page.locator("main").get_by_role("link", name="Your week").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your week")

    page.goto("about/")
    site.context.set_offline(True)
    page.get_by_role("link", name="To print").click()
    expect(notice(page)).to_contain_text("You are offline, and this file isn’t saved")
    expect(page).to_have_url(re.compile("/about/$"))
    page.get_by_role("button", name="Close").click()
    expect(notice(page)).to_be_hidden()
    site.context.set_offline(False)

    site.server.down = False
    assert fetched(page) == b"%PDF-1.4 to print"
    wait_until(page, CACHED, f"/good-footing/{PDF}")
    site.server.down = True
    assert fetched(page) == b"%PDF-1.4 to print"
    site.context.set_offline(True)
    with page.expect_download() as download:
        page.get_by_role("link", name="To print").click()
    assert download.value.path().read_bytes() == b"%PDF-1.4 to print"


def fetched(page: Page) -> bytes:
    """The PDF as it is opened: this browser downloads such files instead of showing them."""
    with page.expect_download() as download, pytest.raises(Error, match="Download is starting"):
        page.goto(PDF)
    return download.value.path().read_bytes()


def test_a_new_version_is_offered_and_no_page_mixes_two_versions(site: Site) -> None:
    site.visit().close()
    reading, busy = site.open("about/"), site.open("exercises/cork-roll/")
    busy.get_by_role("button", name="Start", exact=True).click()
    site.server.folder = site.version(2)
    assert reading.evaluate(UPDATE) == "installed"
    expect(notice(reading)).to_contain_text("A new version of this site is ready.")
    assert not Axe().run(reading).violations_count
    assert notice(busy).is_hidden()

    # Until the reader accepts it, open pages, pages they lead to and new pages stay with the old version.
    assert reading.evaluate(VERSIONS) == ["1"]
    reading.locator(".gf-brand").click()
    expect(reading).to_have_url(site.server.url)
    assert reading.evaluate(VERSIONS) == ["1"]
    another = site.open("safety/")
    assert another.evaluate(VERSIONS) == ["1"]

    notice(reading).get_by_role("button", name="Reload").click()
    arrives_at(reading, "2")
    arrives_at(another, "2")
    expect(notice(reading)).to_be_hidden()

    # A page whose timer runs keeps the old version, even offline, until the timer is done.
    site.server.down = True
    expect(busy.get_by_role("button", name="Pause")).to_be_visible()
    assert busy.evaluate(VERSIONS) == ["1"]
    assert notice(busy).is_hidden()
    busy.get_by_role("button", name="Pause").click()
    offer_is_considered(busy)
    assert notice(busy).is_hidden()
    busy.evaluate("() => document.querySelector('hold-timer').setAttribute('ready', '7')")  # sets it back to idle
    busy.evaluate("() => document.documentElement.classList.add('gf-busy')")
    offer_is_considered(busy)
    assert notice(busy).is_hidden()
    busy.evaluate("() => document.documentElement.classList.remove('gf-busy')")
    notice(busy).get_by_role("button", name="Reload").click()
    arrives_at(busy, "2")
    reading.reload()
    expect_caches(reading, 2)  # the version, and which page has which


def expect_caches(page: Page, number: int) -> None:
    wait_until(page, "async (number) => (await caches.keys()).length === number", number)


def wait_until(page: Page, question: str, argument: object) -> None:
    """Asks until the answer is yes. Playwright's own wait takes a promise for a yes."""
    deadline = time.monotonic() + TIMEOUT / 1000
    while not page.evaluate(question, argument):
        assert time.monotonic() < deadline, question


@pytest.mark.parametrize("how", [BREAKS[0], *(pytest.param(each, marks=pytest.mark.slow) for each in BREAKS[1:])])
def test_a_broken_download_leaves_the_old_version_complete(site: Site, how: str) -> None:
    site.visit().close()
    page = site.open("about/")
    site.server.folder = site.version(2)
    site.server.broken = {"exercises/cork-roll/": how}
    assert page.evaluate(UPDATE) == "redundant"
    offer_is_considered(page)
    assert notice(page).is_hidden()
    page.reload()
    assert page.evaluate(VERSIONS) == ["1"]
    site.server.down = True
    for address in ("exercises/cork-roll/", ""):
        page.goto(address)
        assert page.evaluate(VERSIONS) == ["1"]

    # With the server repaired, only the rest is fetched: no file that arrived before or is the same in both versions.
    site.server.down, site.server.broken, site.server.asked = False, {}, []
    assert page.evaluate(UPDATE) == "installed"
    fetched = [name for name in site.server.asked if name != "sw.js"]
    assert "exercises/cork-roll/" in fetched
    assert len(fetched) == len(set(fetched))
    assert not [
        name for name in fetched if name.startswith(("assets/javascripts/", "assets/stylesheets/", "week/long-week."))
    ]
    notice(page).get_by_role("button", name="Reload").click()
    arrives_at(page, "2")


def test_a_page_only_in_a_newer_version_comes_entirely_from_the_network(site: Site) -> None:
    site.visit().close()
    new = site.version(2)
    shutil.copytree(new / "about", new / "news")
    write_service_worker(new, offline=True)
    site.server.broken = {"safety/": BREAKS[0]}  # so that the new version does not come to be used
    site.server.folder = new
    page = site.open("news/")
    assert page.evaluate(VERSIONS) == ["2"]
    page.goto("about/")
    assert page.evaluate(VERSIONS) == ["1"]


def test_the_offline_copy_is_switched_off_and_on_again(site: Site) -> None:
    page = site.visit("about/")
    switch = page.get_by_role("switch", name="Keep a copy on this device")
    status = page.locator("offline-switch [role=status]")
    page.clock.run_for(1_100)
    expect(status).to_have_text(re.compile(r"^Saved on this device: [12]\.\d MB\.$"))
    switch.uncheck()
    expect(status).to_have_text("Off. Nothing is saved.")
    assert page.evaluate(CACHES) == 0
    # Switched on again on the same page: its worker is still there and has to start over.
    switch.check()
    expect(status).to_have_text(re.compile(r"^Saved on this device: [12]\.\d MB\.$"))
    switch.uncheck()
    expect(status).to_have_text("Off. Nothing is saved.")
    site.server.asked = []
    page.goto("about/")
    page.clock.run_for(10_500)
    assert "sw.js" not in site.server.asked
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(CACHES) == 0
    page.get_by_role("switch").check()
    page.clock.run_for(1_100)
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.clock.run_for(1_100)
    expect(page.locator("offline-switch [role=status]")).to_contain_text("Saved on this device")


def test_a_site_built_without_offline_copy_removes_the_existing_one(site: Site) -> None:
    site.visit().close()
    site.server.folder = site.version(2, offline=False)
    page = site.open("about/")
    page.evaluate("async () => { (await navigator.serviceWorker.getRegistration())?.update() }")
    arrives_at(page, "2")
    assert page.evaluate(WORKERS) == 0
    expect_caches(page, 0)
    expect(page.get_by_role("switch", include_hidden=True)).to_be_hidden()
