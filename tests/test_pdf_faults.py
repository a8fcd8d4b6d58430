"""No PDF is better than half of one: a browser that is missing, old, hangs or crashes is told of in one line."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from datetime import UTC, datetime
from itertools import count

import pytest

from studynotes.book import pdf
from studynotes.book.pdfformulas import _united
from studynotes.browser import chromium, devtools, npmchromium

ABOUT = pdf.About("題", "", "ja", datetime(2026, 1, 1, tzinfo=UTC))
PAGE = "print/index.html"
HTML = '<!doctype html><html lang="ja"><head></head><body><a class="book-page" href="#a"></a><h1 id="a">題</h1></body>'

# Speaks as much of the DevTools protocol as it is asked to.
FAKE = """
import json, os, sys, time
if "--version" in sys.argv:
    print("Chromium 140")
    sys.exit()
def say(message):
    os.write(4, json.dumps(message).encode() + b"\\0")
received = b""
while True:
    received += os.read(3, 65536)
    while b"\\0" in received:
        text, received = received.split(b"\\0", 1)
        asked = json.loads(text)
        method, result = asked["method"], {"product": "HeadlessChrome/140.0.0.0", "targetId": "t", "sessionId": "s",
                                           "stream": "1", "data": "no PDF", "eof": True}
        BEHAVIOUR
        say({"id": asked["id"], "result": result})
        if method == "Page.navigate":
            say({"method": "Page.loadEventFired", "params": {}})
"""


@pytest.fixture
def site(tmp_path):
    file = tmp_path / "site" / PAGE
    file.parent.mkdir(parents=True)
    file.write_text(HTML, encoding="utf-8")
    return file.parents[1]


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """Make a browser that behaves as told, and let it be the only one that is found."""

    def make(behaviour):
        file = tmp_path / "chrome"
        code = FAKE.replace("BEHAVIOUR", textwrap.indent(textwrap.dedent(behaviour), " " * 8).strip())
        file.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
        file.chmod(0o755)
        monkeypatch.setenv("CHROMIUM", str(file))
        return file

    return make


def fault(site):
    """Print, which must fail; return what is said, having seen that nothing was left behind."""
    target = site / "book.pdf"
    target.write_text("an older book")
    before = set(pdf.CACHE.glob("book-*"))
    with pytest.raises(pdf.PrintError) as raised:
        pdf.write(site, PAGE, target, ABOUT)
    assert target.read_text() == "an older book"
    assert {entry.name for entry in site.iterdir()} == {"print", "book.pdf"}
    assert set(pdf.CACHE.glob("book-*")) <= before
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_no_browser(site, monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    assert fault(site) == chromium.MISSING


def test_a_browser_that_ends_at_once(site, browser):
    made = browser("sys.exit(3)")
    assert fault(site) == f"{made} ended with status 3"


def test_a_browser_that_ends_in_the_middle(site, browser):
    made = browser("if method == 'Page.printToPDF': os.kill(os.getpid(), 9)")
    assert fault(site) == f"{made} ended with status -9"


def test_a_page_that_crashes(site, browser):
    made = browser("if method == 'Page.navigate': say({'method': 'Inspector.targetCrashed'})")
    assert fault(site) == f"{made} crashed"


def test_a_browser_that_hangs_is_ended_with_all_it_started(site, browser, monkeypatch, tmp_path):
    pids = tmp_path / "pids"
    made = browser(f"""
        if method == 'Page.printToPDF':
            import subprocess
            child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])
            open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')
            time.sleep(60)
    """)
    monkeypatch.setattr(pdf, "SECONDS", 3)
    assert fault(site) == f"{made} did not end within 3 s"
    deadline = time.monotonic() + 10
    while any(is_running(pid) for pid in pids.read_text().split()):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def is_running(pid):
    done = subprocess.run(["/bin/ps", "-o", "stat=", "-p", pid], capture_output=True, text=True, check=False)
    return done.stdout.strip()[:1] not in ("", "Z")


def test_a_browser_that_says_no(site, browser):
    made = browser("""
        if method == 'Page.navigate':
            result = {'errorText': 'net::ERR_FILE_NOT_FOUND'}
    """)
    assert fault(site) == f"{made} could not open the page: net::ERR_FILE_NOT_FOUND"


def test_a_browser_that_knows_no_such_command(site, browser):
    made = browser("""
        if method == 'Page.printToPDF':
            say({'id': asked['id'], 'error': {'message': 'Printing is not available'}})
            continue
    """)
    assert fault(site) == f"{made}: Page.printToPDF: Printing is not available"


def test_what_is_no_pdf(site, browser):
    made = browser("")
    assert fault(site).startswith(f"{made} made no whole PDF (")


def test_a_browser_that_is_too_old_for_page_numbers(site, browser):
    browser("result['product'] = 'HeadlessChrome/130.0.6723.0'")
    assert "version 131 or newer is needed" in fault(site)


def test_a_place_that_is_on_no_page(site, chromium_path):
    (site / PAGE).write_text(HTML.replace("#a", "#nowhere"), encoding="utf-8")
    assert fault(site) == "1 places are on no page: nowhere"


def test_numbers_that_never_come_to_rest(site, chromium_path, monkeypatch):
    numbers = count(1)
    monkeypatch.setattr(pdf.pdffile, "places_of", lambda _: pdf.pdffile.Placed(1, {"a": next(numbers)}))
    assert fault(site) == "the pages' numbers still changed after 6 printings"


def test_npm_is_asked_last(monkeypatch, tmp_path):
    asked = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(npmchromium, "UNPACKED", tmp_path)
    monkeypatch.setattr(chromium, "find", lambda: None)

    def nothing():
        asked.append("the system's")
        raise chromium.ChromiumMissingError(chromium.MISSING)

    def bring():
        asked.append("npm's")
        (tmp_path / "run").write_text("#!/bin/sh\n")
        (tmp_path / "run").chmod(0o755)
        return True

    monkeypatch.setattr(chromium, "install", nothing)
    monkeypatch.setattr(npmchromium, "_bring", bring)
    assert npmchromium.install() == tmp_path / "run"
    assert asked == ["the system's", "npm's"]
    assert npmchromium.install() == tmp_path / "run"
    assert len(asked) == 2


def test_one_that_is_named_is_the_only_one(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(npmchromium, "UNPACKED", tmp_path)
    monkeypatch.setattr(npmchromium, "_bring", lambda: pytest.fail("npm was asked"))
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    assert npmchromium.main() == 1
    assert capsys.readouterr().err == f"{chromium.MISSING}\n"


def test_a_browser_gets_its_pipes_whatever_numbers_they_have(browser, tmp_path):
    with devtools.Browser(browser(""), tmp_path / "profile", 20) as tab:
        assert tab.version() == "HeadlessChrome/140.0.0.0"


# -- Formulas --------------------------------------------------------------------------------------


def piece(number, text):
    return f"/NonStruct <</MCID {number} >>BDC\nBT\n{text} Tj\nET\nEMC\n".encode()


def test_pieces_that_stand_together_become_one_with_the_tex():
    before = piece(1, "<01>") + piece(2, "<02>") + b"1 2 3 4 re\nf\n" + piece(3, "<03>") + piece(4, "<04>")
    content, united = _united(before, [([3, 2], "x^2")])
    assert united == [2]
    tex = "\ufeffx^2".encode("utf-16-be").hex().encode()
    assert content == (
        piece(1, "<01>")
        + b"/Span <</MCID 2 /ActualText <" + tex + b">>>BDC\nBT\n<02> Tj\nET\n1 2 3 4 re\nf\nBT\n<03> Tj\nET\nEMC\n"
        + piece(4, "<04>")
    )  # fmt: skip


def test_pieces_with_others_between_stay_as_they_are():
    before = piece(1, "<01>") + piece(2, "<02>") + piece(3, "<03>")
    assert _united(before, [([1, 3], "x")]) == (before, [None])
    assert _united(before, [([9], "x"), ([2], "y")])[1] == [None, 2]


def test_a_piece_ends_with_its_text():
    before = b"/NonStruct <</MCID 1 >>BDC\nBT\n<01> Tj\nET\nQ\nQ\nEMC\n"
    assert _united(before, [([1], "x")])[0].endswith(b"ET\nEMC\nQ\nQ\n")
