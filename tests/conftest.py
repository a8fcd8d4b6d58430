"""Fixtures that all tests share: a browser, a server, and real builds of the repository and of small projects."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from studynotes.browser import chromium
from support.browsing import FLAGS, wait_for_scripts, watch
from support.project import REPOSITORY, Built, build_project, make_project
from support.web import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# The theme's maintainers' own switch for the notice that they print on every build.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


# A slow machine is no failure; the same examples everywhere make one that is reproducible.
settings.register_profile("project", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("project")


class Builder(Protocol):
    """What the fixture ``build`` is."""

    def __call__(
        self,
        notes: Mapping[str, str | bytes],
        files: Mapping[str, str | bytes] = ...,
        *,
        strict: bool = ...,
        fails: bool = ...,
        **config: object,
    ) -> Built:
        """Build a small project."""


@pytest.fixture
def build(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Build a small project with the repository's settings, hooks and theme, and give what came of it.

    ``notes`` are the files of its ``docs/notes/`` by name, ``files`` others by their path in the project, and keywords
    are settings that take the place of those in ``mkdocs.yml``. The build must end well, or with ``fails=True`` not.
    """

    def build(notes, files={}, *, strict=False, fails=False, **config) -> Built:  # noqa: B006 (never changed)
        folder = tmp_path_factory.mktemp("project")
        make_project(folder, notes, files)
        built = build_project(folder, strict=strict, config=config)
        if built.failed != fails:
            pytest.fail(f"the build {'failed' if built.failed else 'did not fail'}:\n{built.log}", pytrace=False)
        return built

    return build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build this repository once, as its publication does and strictly."""
    site = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=REPOSITORY,
        env={**os.environ, "SITE_URL": "https://example.org/repo/", "REPO_URL": "https://github.com/example/repo"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{done.stdout}{done.stderr}", pytrace=False)
    return Built(REPOSITORY, site, done.stdout + done.stderr, failed=False)


@pytest.fixture(scope="session")
def built_site(built: Built) -> Path:
    """Give the folder of this repository's built site."""
    return built.site


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serve a folder under a sub-path, until the tests end: ``serve(folder, prefix="/repo/")`` gives its base URL."""

    with ExitStack() as servers:
        yield lambda folder, prefix="/repo/", sent=None: servers.enter_context(serving(folder, prefix, sent))


@pytest.fixture(scope="session")
def site_url(built_site: Path, serve: Callable[..., str]) -> str:
    """Give the base URL at which this repository's built site is served."""
    return serve(built_site)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Give a Chromium that starts."""
    try:
        return chromium.install()
    except chromium.ChromiumMissingError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """Start one browser for all tests, which reaches nobody but this machine."""

    chromium.prepare_driver()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=[*chromium.flags(), *FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def trouble() -> Iterator[list[str]]:
    """Collect what went wrong on the test's pages; what is left in the list at its end fails the test.

    A test that expects trouble looks at the list and clears it.
    """
    found: list[str] = []
    yield found
    if found:
        pytest.fail("trouble on the page:\n" + "\n".join(found), pytrace=False)


@pytest.fixture
def new_page(browser: Browser, trouble: list[str]) -> Iterator[Callable[..., Page]]:
    """Open watched pages, each in a fresh browser context: ``new_page(color_scheme="dark", viewport=…)``."""

    contexts = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"locale": "ja-JP", "timezone_id": "Asia/Tokyo", **options})
        contexts.append(context)
        watch(context, trouble)
        if options.get("java_script_enabled", True):
            wait_for_scripts(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Open one watched page."""
    return new_page()
