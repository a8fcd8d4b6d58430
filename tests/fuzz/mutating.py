"""Texts bent out of shape: what hands, editors, other programs and bad luck do to notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SNIPPETS = [
    line.replace("⏎", "\n")
    for line in Path(__file__).with_name("snippets.txt").read_text(encoding="utf-8").splitlines()
]
ODD = "\0\x0b\x0c\x1b\x7f\x85\xa0\u00ad\u200b\u200d\u2028\u2029\u202e\u3000\ufeff\ufffd\ufffe𝒳👩‍💻é゛ﾊﾞ⻑㌔"


def texts_to_bend(root: Path) -> list[str]:
    """Return all notes that the repository at ``root`` holds, and the ones beside it, if there are any."""
    corpus = root.parent / "shared" / "corpus"
    found = [*sorted((root / "docs" / "notes").glob("*.md")), *sorted((root / "tests" / "golden").glob("*.md"))]
    found += sorted((root / "tests" / "data").rglob("*.md"))
    found += sorted(corpus.rglob("*.md")) if corpus.is_dir() else []
    return [path.read_text(encoding="utf-8", errors="replace") for path in found]


def mutated(text: str, others: str, chance: Random) -> bytes:
    """Return ``text`` with one to eight things done to it; ``others`` is what foreign lines are taken from."""
    lines = text.split("\n")
    foreign = others.split("\n")
    for _ in range(chance.randint(1, 8)):
        chance.choice(_LINES)(lines, foreign, chance)
    result = "\n".join(lines)
    for _ in range(chance.choice([0, 0, 1, 3, 20])):
        at = chance.randrange(len(result) + 1)
        piece = chance.choice([chance.choice(SNIPPETS), chance.choice(ODD), ""])
        result = result[:at] + piece + result[at + chance.choice([0, 0, 1, 5]) :]
    data = result.replace("\n", chance.choice(["\n"] * 8 + ["\r\n", "\r"])).encode("utf-8", "surrogatepass")
    if chance.random() < 0.03:  # no text at all
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.randbytes(3) + data[at:]
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.03 else data


def excerpt(text: str, lines: int, chance: Random) -> str:
    """Return at most so many lines in a row."""
    every = text.split("\n")
    start = chance.randrange(max(1, len(every) - lines + 1))
    return "\n".join(every[start : start + lines])


def _remove(lines: list[str], _: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines) + 1)
    del lines[at : at + chance.choice([1, 1, 3, 10])]


def _repeat(lines: list[str], _: list[str], chance: Random) -> None:
    if lines:
        at = chance.randrange(len(lines))
        lines[at:at] = [lines[at]] * chance.choice([1, 2, 30])


def _swap(lines: list[str], _: list[str], chance: Random) -> None:
    if lines:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]


def _indent(lines: list[str], _: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines) + 1)
    with_what = chance.choice([" ", "  ", "    ", "\t", "> ", "- ", "1. ", "  > - ", "> " * 60, "- " * 120, "  " * 200])
    lines[at : at + 5] = [with_what + line for line in lines[at : at + chance.choice([1, 5])]]


def _outdent(lines: list[str], _: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines) + 1)
    lines[at : at + 5] = [line.lstrip(" \t>-") for line in lines[at : at + 5]]


def _foreign(lines: list[str], foreign: list[str], chance: Random) -> None:
    at, there = chance.randrange(len(lines) + 1), chance.randrange(len(foreign))
    lines[at:at] = foreign[there : there + chance.choice([1, 4, 12])]


def _snippet(lines: list[str], _: list[str], chance: Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), "".join(chance.choices(SNIPPETS, k=chance.choice([1, 1, 2, 6]))))


def _much(lines: list[str], _: list[str], chance: Random) -> None:
    many = chance.choice(SNIPPETS) * chance.choice([50, 400])
    lines.insert(chance.randrange(len(lines) + 1), many[:4000])


def _join(lines: list[str], _: list[str], chance: Random) -> None:
    if lines:
        at = chance.randrange(len(lines))
        lines[at : at + 2] = ["".join(lines[at : at + 2])]


_LINES = (_remove, _repeat, _swap, _indent, _outdent, _foreign, _foreign, _snippet, _snippet, _snippet, _much, _join)
