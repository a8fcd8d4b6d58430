"""Measures the search against the theme's own, on the same pages and in one run; `make bench` prints it.

How well it finds: the pairs of ``tests/search-queries.yml`` on this repository's site. The pairs marked ``tune`` were
looked at while the search was tuned, those marked ``held-out`` were not.

How fast and large: 20, 320 and 3,000 sections, made of the notes' own by shuffling and varying (always the same).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

import material  # noqa: E402 (the paths come first)
from material.plugins.search.plugin import SearchIndex  # noqa: E402
from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from playwright.sync_api import expect, sync_playwright  # noqa: E402

from studynotes import searchindex  # noqa: E402
from studynotes.browser import chromium  # noqa: E402
from support.browsing import wait_for_scripts  # noqa: E402
from support.searching import QUERIES, queries, rank  # noqa: E402
from support.web import serving  # noqa: E402

SIZES = (20, 320, 3000)
BOX = "[data-md-component=search-query]"
META = ".md-search-result__meta"
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
LANGUAGE = {
    "lang": ["ja"],
    "separator": "[\\s\\-　、。，．]+",  # as the theme's language file for Japanese
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}},
}
BLOCK = re.compile("<(?:p|li|h[2-6])\\b.*?</(?:p|li|h[2-6])>|<table>.*?</table>", re.DOTALL)
SCRIPT = (Path(__file__).with_suffix(".js")).read_text(encoding="utf-8")


def main() -> None:
    """Build, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    arguments.add_argument("--tuned-only", action="store_true", help="leave the held-out pairs alone")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        pages = _build(site)
        browser = playwright.chromium.launch(executable_path=chromium.install(), args=chromium.flags())
        with serving(site, "/") as base:
            page = browser.new_page()
            page.goto(f"{base}404.html")
            _recall(page, site, pages, tuned_only=options.tuned_only)
            _speed(page, site, pages, options.sizes)
            _typing(browser, base, site)
        browser.close()


# --- the pages ------------------------------------------------------------------------------------------------


def _build(site: Path) -> list[SimpleNamespace]:
    """Build this repository's site and return its pages as the theme's index takes them."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site))
    pages: list[SimpleNamespace] = []

    def note(context: object, *, page, config, nav) -> None:
        if not (page.meta.get("search") or {}).get("exclude"):
            pages.append(
                SimpleNamespace(  # its meta as it is now: our hook then hides the page from the theme's index
                    url=page.url, title=page.title, content=page.content, toc=page.toc, meta=dict(page.meta)
                )
            )

    config.plugins.events["page_context"].insert(1, note)  # hooks/shelving.py is first, and brings the text back
    build(config)
    return pages


def _generated(pages: list[SimpleNamespace], size: int) -> list[SimpleNamespace]:
    """Make ``size`` sections of the notes' blocks, each with words of its own: compounds of two of the notes'."""
    chance = random.Random(size)  # noqa: S311 (the same sections at every run)
    notes = [page for page in pages if page.url.startswith("notes/") and page.url.count("/") > 2]
    blocks = [BLOCK.findall(page.content) for page in notes]
    nouns = sorted(
        set(re.findall("[一-龠]{2,4}|[ァ-ヶー]{3,9}", re.sub("<[^>]*>", "", " ".join(chain.from_iterable(blocks)))))
    )
    made = []
    for number in range(size):
        own = list(chance.choice(blocks))
        chance.shuffle(own)
        own += chance.choices(chance.choice(blocks), k=5) if len(own) > 8 else []
        swaps = {noun: chance.choice(nouns) + chance.choice(nouns) for noun in chance.sample(nouns, 12)}
        text = "\n".join(own)
        for old, new in swaps.items():
            text = text.replace(old, new, 2)
        names = [re.sub("<[^>]*>|¶", "", name) for name in re.findall(r"<h[2-6][^>]*>.*?</h[2-6]>", text, re.DOTALL)]
        ids = iter(range(len(names)))
        text = re.sub(r"<(h[2-6])\b[^>]*>", lambda found: f'<{found[1]} id="s{next(ids)}">', text)  # noqa: B023
        toc = [SimpleNamespace(id=f"s{at}", url=f"#s{at}", title=name, children=[]) for at, name in enumerate(names)]
        title = f"{number}. {chance.choice(nouns)}と{chance.choice(nouns)}"
        made.append(SimpleNamespace(url=f"notes/x/{number}/", title=title, content=text, toc=toc, meta={}))
    return made


def _theirs(pages: list[SimpleNamespace]) -> bytes:
    index = SearchIndex(**LANGUAGE, jieba_dict=None, jieba_dict_user=None)
    for page in pages:
        index.add_entry_from_context(page)
    return index.generate_search_index(None).encode()


def _ours(pages: list[SimpleNamespace]) -> bytes:
    documents = [piece for page in pages for piece in searchindex.documents(page.content, page.url, page.title)]
    return json.dumps(searchindex.build(documents), ensure_ascii=False, separators=(",", ":")).encode()


# --- measuring ------------------------------------------------------------------------------------------------


def _workers() -> dict[str, str]:
    [theirs] = (THEME / "workers").glob("search.*.min.js")
    return {"ours": "/assets/javascripts/search/worker.js", "built-in": f"/assets/javascripts/workers/{theirs.name}"}


def _ask(page, name: str, index: str, asked: list[str], rounds: int = 1) -> dict:
    task = {"worker": _workers()[name], "index": index, "queries": asked, "rounds": rounds}
    return page.evaluate(SCRIPT, task)


def _recall(page, site: Path, pages: list[SimpleNamespace], *, tuned_only: bool) -> None:
    (site / "theirs.json").write_bytes(_theirs(pages))
    _say(
        "\nIndex of this repository's site, gzip: "
        f"{_gzip((site / 'search/index.json').read_bytes()):,} bytes; built-in {_gzip(_theirs(pages)):,}"
    )
    pairs = [pair for pair in queries(QUERIES) if not (tuned_only and pair.held_out)]
    _say("\nRecall on this repository's site (absent: share of queries without a result)")
    _say(f"{'':28}{'ours':>21}{'built-in':>21}\n{'':28}" + f"{'@1':>7}{'@5':>7}{'MRR':>7}" * 2)
    found = {
        name: _ask(page, name, index, [pair.text for pair in pairs])["found"]
        for name, index in (("ours", "/search/index.json"), ("built-in", "/theirs.json"))
    }
    for name, answers in found.items():
        if not any(answers.values()):
            raise SystemExit(f"The search {name} finds nothing at all: what is measured is not what readers get.")
    for held_out, what in ((False, "tuned on"), (True, "held out")):
        chosen = [pair for pair in pairs if pair.held_out == held_out]
        groups = defaultdict(list)
        for pair in chosen:
            groups[pair.group].append(pair)
            if pair.pages:
                groups["all but absent"].append(pair)
        for group, members in groups.items():
            cells = []
            for name in ("ours", "built-in"):
                places = [_place(found[name][pair.text], pair.pages) for pair in members]
                cells += [sum(p == 1 for p in places), sum(0 < p <= 5 for p in places), sum(1 / p for p in places if p)]
            _say(f"{what:10}{group:14}{len(members):4}" + "".join(f"{cell / len(members):7.2f}" for cell in cells))


def _place(found: list[str], wanted: tuple[str, ...]) -> int:
    return rank(found, wanted) if wanted else int(not found)


def _speed(page, site: Path, pages: list[SimpleNamespace], sizes: list[int]) -> None:
    libraries = [
        *(THEME / "workers").glob("search.*.min.js"),
        *(THEME / "lunr" / name for name in ("tinyseg.js", "min/lunr.ja.min.js", "min/lunr.stemmer.support.min.js")),
    ]
    theirs = [path.read_bytes() for path in libraries]
    folder = site / "assets/javascripts/search"
    worker = (folder / "worker.js").read_bytes() + (folder / "loader.js").read_bytes()
    _say(
        f"\nWorker and libraries: {len(worker):,} bytes ({_gzip(worker):,} gzip); built-in "
        f"{sum(map(len, theirs)):,} ({sum(map(_gzip, theirs)):,})"
    )
    asked = [pair.text for pair in queries(QUERIES) if not pair.held_out]
    _say(f"\n{'sections':>9}  {'':9}{'index':>12}{'gzip':>11}{'ready':>11}{'p50':>9}{'p95':>9}{'max':>9}")
    for size in sizes:
        made = _generated(pages, size)
        indexes = {"ours": _ours(made), "built-in": _theirs(made)}
        for name, data in indexes.items():
            (site / f"{name}.json").write_bytes(data)
        runs = {name: [] for name in indexes}
        for _ in range(1 if size > 1000 else 3):  # in turn, so that both see the same machine
            for name, results in runs.items():
                results.append(_ask(page, name, f"/{name}.json", asked, rounds=3))
        for name, results in runs.items():
            times = sorted(time for result in results for time in result["times"])
            ready = statistics.median(result["ready"] for result in results)
            data = indexes[name]
            _say(
                f"{size:9}  {name:9}{len(data):12,}{_gzip(data):11,}{ready:8.0f} ms{_at(times, 0.5):6.1f} ms"
                f"{_at(times, 0.95):6.1f} ms{times[-1]:6.1f} ms"
            )


def _typing(browser, base: str, site: Path) -> None:
    """Type into the theme's box over the largest index made, and look at what the page's main thread does for it."""
    _say(f"\n{'typing':19}{'longest task':>13}{'its processor time':>20}  (main thread)")
    for name, address in _workers().items():
        context = browser.new_context(service_workers="block")
        wait_for_scripts(context)
        page = context.new_page()
        # The addresses end with a version.
        page.route(re.compile(r"/search/index\.json"), lambda route: route.fulfill(path=site / "ours.json"))
        if name != "ours":
            page.route(re.compile(r"/search/loader\.js"), lambda route, *, a=address: route.fulfill(path=site / a[1:]))
            page.route(re.compile("/search/search_index"), lambda route: route.fulfill(path=site / "built-in.json"))
        page.goto(base)
        page.click(BOX)
        expect(page.locator(META)).not_to_contain_text("初期化", timeout=300_000)  # what the built-in does first
        page.fill(BOX, "モデル")
        page.keyboard.press("Shift")
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=300_000)
        browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
        for letter in ("モデルレジストリ", "model monitor", "データ 品質"):
            page.fill(BOX, "")
            for char in letter:
                page.keyboard.insert_text(char)
                page.keyboard.press("Shift")  # the theme's own box only searches when a key comes up
                page.wait_for_timeout(120)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        context.close()
        main = {
            (e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and e["args"]["name"] == "CrRendererMain"
        }
        tasks = [e for e in events if (e["pid"], e["tid"]) in main and e.get("dur") and "RunTask" in e["name"]]
        longest = max(tasks, key=lambda task: task["dur"])["dur"] / 1000
        busiest = max(task.get("tdur", 0) for task in tasks) / 1000
        _say(f"{name:19}{longest:10.1f} ms{busiest:17.1f} ms")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _gzip(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def _at(times: list[float], share: float) -> float:
    return times[min(len(times) - 1, int(share * len(times)))]


if __name__ == "__main__":
    main()
