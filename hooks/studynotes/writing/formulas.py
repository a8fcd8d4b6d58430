r"""TeX → HTML and MathML at build time, by KaTeX inside this process.

KaTeX comes from ``node_modules`` and runs in V8 (mini-racer); one engine serves the whole process and starts
with the first formula. Notes are not trusted: no ``\href`` or ``\includegraphics``, macros expand a limited
number of times, sizes are bounded, and a formula that takes too long is an error like any other.
"""

from __future__ import annotations

import atexit
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any

from py_mini_racer import JSEvalException, JSOOMException, MiniRacer

KATEX = Path(__file__).parents[3] / "node_modules" / "katex" / "dist" / "katex.min.js"
"""Where npm puts KaTeX."""

MISSING = "KaTeX is not installed (node_modules/katex is missing): run `make site`, which installs it"

MAX_LENGTH = 20_000
"""Longer TeX than any real formula; more is not tried."""

WIDE = 40
"""A display formula with more TeX than that may be wider than a phone: it scrolls, which the keyboard must reach."""
_SCROLLS = 'tabindex="0" role="group" aria-label="数式"'

SECONDS = 5.0
MEMORY = 512 * 1024 * 1024

# https://katex.org/docs/options: `strict: "ignore"` lets Japanese stand outside of \text, as LaTeX writers of
# Japanese do; maxSize is in em, maxExpand in macro expansions. With `trust: false` KaTeX would show the name of
# a refused command without its argument, so the words in it would be lost; an error shows them all.
_RENDER = """
(tex, displayMode) => {
  try {
    return {html: katex.renderToString(tex, {
      displayMode, output: "htmlAndMathml", throwOnError: true, strict: "ignore",
      maxExpand: 1000, maxSize: 20, macros: {},
      trust: ({command}) => { throw new Error(`${command} is not allowed in notes`); },
    })};
  } catch (error) {
    return {error: String(error.rawMessage || error.message || error), at: error.position ?? null};
  }
}
"""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as a page shows it: trusted HTML, or its TeX as code and ``error``, the reason in one line."""

    html: str
    error: str | None = None


def render(tex: str, *, display: bool) -> Formula:
    """Render ``tex``, in display style on a line of its own if ``display``; never raises for bad TeX."""
    if not KATEX.is_file():
        return _failed(tex, MISSING)
    if len(tex) > MAX_LENGTH:
        return _failed(tex, f"the formula is longer than {MAX_LENGTH} characters")
    return _rendered(tex, display=display)


@lru_cache(maxsize=4096)
def _rendered(tex: str, *, display: bool) -> Formula:
    try:
        result = _worker().submit(_call, tex, display).result()
    except JSEvalException as error:
        if isinstance(error, JSOOMException):
            atexit.unregister(_engine().close)
            _engine.cache_clear()  # an engine out of memory is of no use; the next formula starts a new one
        return _failed(tex, f"KaTeX gave up ({type(error).__name__})")
    if "html" in result:
        # The style sheet takes the TeX from here when a reader copies; a screen reader has the MathML beside it.
        html = result["html"].replace("<annotation ", '<annotation aria-hidden="true" ')
        if display and len(tex) > WIDE:
            html = html.replace('class="katex-display"', f'class="katex-display" {_SCROLLS}', 1)
        return Formula(html)
    where = "" if result["at"] is None else f" (at character {result['at'] + 1})"
    return _failed(tex, f"{result['error']}{where}")


def _call(tex: str, display: bool) -> dict[str, Any]:  # noqa: FBT001 (passed through a queue)
    result: dict[str, Any] = _engine().call(f"({_RENDER})", tex, display, timeout_sec=SECONDS, max_memory=MEMORY)
    return result


@cache
def _worker() -> ThreadPoolExecutor:
    """A thread for the engine: in one that runs an event loop already (whoever's), it would wait for itself."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="katex")


@cache
def _engine() -> MiniRacer:
    engine = MiniRacer()
    engine.eval(KATEX.read_text(encoding="utf-8"))
    # Closed while its own thread still runs: later (seen with Python 3.13) it would wait for that thread for ever.
    atexit.register(engine.close)
    return engine


def _failed(tex: str, error: str) -> Formula:
    # One tag is no template's worth; the words are the writer's TeX.
    return Formula(f'<code class="formula-error" title="数式として表示できません">{escape(tex)}</code>', error)
