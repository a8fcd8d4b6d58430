"""While serving, an edit of a section is on its page, and later on all that depends on it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from support.project import make_project

NOTES = "# 控え\n\n## 1. 一\n\n初めの文。\n\n## 2. 二\n\n別の文。\n"
PATIENCE = 120  # seconds, on a machine that has much else to do


@pytest.fixture
def served(tmp_path):
    """Serve a small project; give the function that reads a page of it, and the file of its notes."""
    make_project(tmp_path, {"a.md": NOTES}, {})
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}/"
    log = tmp_path / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=tmp_path,
            env={**os.environ, "SITE_URL": base},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )

        def page(path, wanted):
            """Read a page until it says what is wanted."""
            end = time.monotonic() + PATIENCE
            text = ""
            while time.monotonic() < end and process.poll() is None:
                with suppress(URLError), urlopen(base + path) as response:  # noqa: S310 (our own server)
                    text = response.read().decode()
                    if wanted in text:
                        return text
                time.sleep(0.1)
            pytest.fail(f"{path} never said {wanted}:\n{log.read_text(encoding='utf-8')}", pytrace=False)
            return text

        yield page, tmp_path / "docs" / "notes" / "a.md", log
        process.terminate()
        process.wait()


def test_edit_is_on_its_page_and_then_everywhere(served):
    page, notes, log = served
    page("notes/a/1/", "初めの文。")
    notes.write_text(NOTES.replace("初めの文。", "書きなおした文。"), encoding="utf-8")
    assert "初めの文。" not in page("notes/a/1/", "書きなおした文。")
    page("search/index.json", "書きなおした文。")
    page("notes/a/2/", "別の文。")
    assert log.read_text(encoding="utf-8").count("Building documentation...") == 1  # the first time only
    # What changes more than a section takes MkDocs's way.
    notes.write_text(NOTES + "\n## 3. 三\n\n新しい節。\n", encoding="utf-8")
    page("notes/a/3/", "新しい節。")
    assert "初めの文。" in page("notes/a/1/", "3. 三")
    # And then again.
    notes.write_text(NOTES + "\n## 3. 三\n\nもっと新しい節。\n", encoding="utf-8")
    page("notes/a/3/", "もっと新しい節。")
    assert log.read_text(encoding="utf-8").count("Building documentation...") == 2


def test_problems_of_the_edit_are_told(served):
    page, notes, log = served
    page("notes/a/1/", "初めの文。")
    notes.write_text(NOTES.replace("初めの文。", "$\\frac{$"), encoding="utf-8")
    page("notes/a/1/", "formula-error")
    assert "docs/notes/a.md:5: formula not understood" in log.read_text(encoding="utf-8")
