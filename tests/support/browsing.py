"""Pages in a real browser: watched (errors and requests to anybody else are written down), and waited for."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

OWN_HOST = "127.0.0.1"
"""Where :mod:`support.web` serves."""

FLAGS = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",)
"""Tests reach nobody: a request to another host is written down, and gets nowhere."""

_NOTE_SCRIPTS = """globalThis.ranScripts = new WeakSet();
document.addEventListener("load", ({ target }) => globalThis.ranScripts.add(target), true);
document.addEventListener("error", ({ target }) => globalThis.ranScripts.add(target), true);"""

# The scripts of the site's pages start when the page has been shown, which may be after it has been loaded.
_ALL_SCRIPTS_RAN = """() => new Promise(resolve => {
  const look = () => {
    const scripts = [...document.querySelectorAll("script[src]")];
    const wanted = [...document.querySelectorAll("[data-scripts]")].flatMap(it => it.dataset.scripts.split(" "));
    const asked = new Set(scripts.map(it => it.src));
    const done = scripts.every(it => globalThis.ranScripts.has(it)) && (!document.getElementById("__config")
      || (globalThis.document$ && wanted.every(it => asked.has(new URL(it, document.baseURI).href))));
    if (done) resolve(); else setTimeout(look, 5);
  };
  look();
})"""


def wait_for_scripts(context: BrowserContext) -> None:
    """Have ``goto`` and ``reload`` of a context's pages end when all scripts of the page have run."""

    def patient(page: Page) -> None:
        for name in ("goto", "reload"):
            go = getattr(page, name)

            @wraps(go)
            def gone(*args: object, go: Callable[..., object] = go, **options: object) -> object:
                response = go(*args, **options)
                page.evaluate(_ALL_SCRIPTS_RAN)
                return response

            setattr(page, name, gone)

    context.add_init_script(_NOTE_SCRIPTS)
    context.on("page", patient)


def watch(context: BrowserContext, trouble: list[str]) -> None:
    """Write down in ``trouble`` what goes wrong on any page of a context: one line each, with the page's address."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            where = message.location
            trouble.append(f"console {message.type}: {message.text} ({where.get('url')}:{where.get('lineNumber')})")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != OWN_HOST:
            trouble.append(f"request to another host: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            trouble.append(f"HTTP status {response.status}: {response.url}")

    context.on("console", on_console)
    context.on("request", on_request)
    context.on("response", on_response)
    context.on("weberror", lambda error: trouble.append(f"script error: {error.error}"))
