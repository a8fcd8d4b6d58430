"""Notes of any size for measuring: the sections of the real notes, shuffled and varied, the same at every run."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from studynotes import reading

if TYPE_CHECKING:
    from pathlib import Path

FILE = "docs/notes/cloudtech-study.md"
_NOUN = re.compile("[ァ-ヶー]{3,9}")  # other words may be what a question is known by
_SWAPS = 6


def sections(source: str, count: int, seed: int = 1) -> str:
    """Return notes of ``count`` sections: each the blocks of one of ``source``'s, in another order and other words."""
    collection = reading.read(source, file=FILE, stem="bench")
    lines = source.split("\n")
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    nouns = sorted(set(_NOUN.findall(source)))
    parts = ["# 計測用のノート\n"]
    for number in range(1, count + 1):
        section = chance.choice(collection.sections)
        blocks = ["\n".join(lines[block.lines.first - 1 : block.lines.last]).rstrip() for block in section.blocks]
        chance.shuffle(blocks)
        text = "\n\n".join(blocks)
        for noun in chance.sample(nouns, _SWAPS):
            text = text.replace(noun, chance.choice(nouns) + chance.choice(nouns))
        parts.append(f"## {number}.\n\n第 {number} 節の控え。\n\n{text}\n")
    return "\n".join(parts)


def write(folder: Path, source: str, count: int) -> None:
    """Write notes of ``count`` sections as ``bench.md`` into ``folder``."""
    (folder / "bench.md").write_text(sections(source, count), encoding="utf-8")
