"""Pages in a real browser that are watched: errors of theirs and requests to anybody else are written down."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

OWN_HOST = "127.0.0.1"
"""Where :mod:`support.web` serves."""

FLAGS = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",)
"""Tests reach nobody: a request to another host is written down, and gets nowhere."""


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
