"""Finding a Chromium: what does not start is passed over, and what is missing is said in one sentence."""

from pathlib import Path

import pytest

from studynotes.browser import chromium


@pytest.fixture
def nothing(monkeypatch, tmp_path):
    """Stand on a machine without any browser, apt or root."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: None)
    monkeypatch.setattr(chromium, "_install_playwrights_own", lambda: None)
    return tmp_path


def command(folder, name, exit_status=0):
    file = folder / name
    file.write_text(f"#!/bin/sh\necho Chromium 1\nexit {exit_status}\n")
    file.chmod(0o755)
    return file


def test_the_first_that_starts_is_taken(nothing):
    command(nothing, "chromium", exit_status=1)
    chrome = command(nothing, "google-chrome")
    assert chromium.find() == chrome


def test_what_was_found_is_not_started_again(nothing, monkeypatch):
    chrome = command(nothing, "chromium")
    assert chromium.find() == chrome
    monkeypatch.setattr(chromium, "_starts", lambda _: pytest.fail("started again"))
    assert chromium.find() == chrome


def test_the_one_named_is_taken_or_none(nothing, monkeypatch):
    command(nothing, "chromium")
    mine = command(nothing, "mine")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.find() == mine
    monkeypatch.setenv("CHROMIUM", "/nowhere")
    assert chromium.find() is None
    with pytest.raises(chromium.ChromiumMissingError):
        chromium.install()


def test_playwrights_own_is_the_last_resort(nothing, monkeypatch):
    own = command(nothing, "playwrights-own")
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: str(own))
    assert chromium.find() == own


def test_debians_package_is_installed_where_playwright_has_none(nothing, monkeypatch):
    asked = []

    def run(*words, timeout=60):
        if words[:1] == ("apt-get",) or "apt-get" in words:
            asked.append(words[words.index("apt-get") :])
            command(nothing, "chromium")
        return "said"

    monkeypatch.setattr(chromium, "_can_use_apt", lambda: True)
    monkeypatch.setattr(chromium, "_ran", run)
    monkeypatch.setattr(chromium, "_starts", lambda path: Path(path).exists())
    assert chromium.install() == nothing / "chromium"
    assert asked[0] == ("apt-get", "update")
    assert asked[1][:3] == ("apt-get", "install", "--yes")


def test_what_is_missing_is_said_in_one_sentence(nothing, monkeypatch, capsys):
    monkeypatch.setattr(chromium, "_can_use_apt", lambda: False)
    assert chromium.main() == 1
    said = capsys.readouterr().err
    assert said == f"{chromium.MISSING}\n"
    assert "apt-get install chromium" in said
    assert said.count("\n") == 1


def test_root_has_no_sandbox(monkeypatch):
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0, raising=False)
    assert "--no-sandbox" in chromium.flags()
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(chromium, "USERNS", Path("/nowhere"))
    assert "--no-sandbox" not in chromium.flags()


@pytest.mark.parametrize(("starts", "expected"), [("1.2.3", None), (None, "node")])
def test_driver_runs_on_the_node_that_is_here_where_its_own_does_not_start(nothing, monkeypatch, starts, expected):
    command(nothing, "node")
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", "")  # set and deleted, so that what is set below goes away again
    monkeypatch.delenv("PLAYWRIGHT_NODEJS_PATH")
    monkeypatch.setattr(chromium.sys, "executable", "/nowhere/python")
    monkeypatch.setattr(chromium, "_ran", lambda *_: starts)
    chromium.prepare_driver()
    assert chromium.os.environ.get("PLAYWRIGHT_NODEJS_PATH") == (expected and str(nothing / expected))


def test_fonts_that_are_missing_are_installed(nothing, monkeypatch):
    command(nothing, "fc-list")
    asked = []
    monkeypatch.setattr(chromium, "_can_use_apt", lambda: True)
    monkeypatch.setattr(chromium, "_ran", lambda *words: words == ("fc-list", ":lang=ja", "family"))
    monkeypatch.setattr(chromium, "_apt_install", lambda *packages: asked.extend(packages))
    chromium.install_fonts()
    assert asked == ["fonts-liberation", "fonts-noto-color-emoji"]
