"""Asks bent notes for their questions for as long as you say: `make fuzz MINUTES=10`, before it builds whole sites.

A build takes a second or two, reading alone a few hundredths: what ends in a traceback only once in some thousand
notes shows here. And notes that lack a line: of a question with one right choice, no other one may become the key,
as nobody has written that it is. What fails is kept, with its number: `--only` repeats it.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(Path(__file__).parent)]

from mutating import excerpt, mutated, texts_to_bend  # noqa: E402 (the paths come first)

from studynotes.questions import Form  # noqa: E402
from studynotes.reading import NotesError  # noqa: E402
from support.asking import WRITTEN_OUT, asked, key  # noqa: E402

if TYPE_CHECKING:
    from studynotes.questions import Question

LONGEST = 20  # seconds of CPU time for one text of 150 lines; a straight one takes 0.05


class TooLongError(Exception):
    """A text took too long."""


def main() -> int:
    """Ask until the time is over; return how many texts failed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", type=int, help="ask this one and say what comes of it")
    arguments.add_argument("--keep", type=Path, default=ROOT / ".cache" / "fuzz")
    options = arguments.parse_args()
    signal.signal(signal.SIGPROF, _too_long)
    texts = texts_to_bend(ROOT)
    if options.only is not None:
        outcome, _ = _tried(texts, options.seed, options.only)
        sys.stdout.write(f"{outcome}\n")
        return int(outcome.startswith("FAILED"))
    outcomes: Counter[str] = Counter()
    number = 0
    end = time.monotonic() + options.minutes * 60
    while time.monotonic() < end:
        number += 1
        outcome, text = _tried(texts, options.seed, number)
        outcomes[outcome.split("\n")[0]] += 1
        if outcome.startswith("FAILED"):
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"questions-{options.seed}-{number}.md").write_bytes(text)
            sys.stdout.write(f"no. {number}: {outcome}\n")
    sys.stdout.write(f"{number} notes were asked for their questions\n")
    for outcome, count in outcomes.most_common():
        sys.stdout.write(f"{count:6} {outcome}\n")
    return min(99, sum(count for outcome, count in outcomes.items() if outcome.startswith("FAILED")))


def _tried(texts: list[str], seed: int, number: int) -> tuple[str, bytes]:
    """What came of one text, and that text: bent in turn with one that lacks a line."""
    chance = Random(f"{seed} {number}")  # noqa: S311 (nothing secret)
    text = excerpt(chance.choice(texts), 150, chance)
    bent = mutated(text, chance.choice(texts), chance)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        if number % 2:
            asked(bent)
            return "read", bent
        return _with_a_line_forgotten(text, chance)
    except NotesError:
        return "refused with file and line", bent
    except Exception:  # noqa: BLE001 (that there is one is the finding)
        return f"FAILED with {traceback.format_exc(limit=-3)}", bent if number % 2 else text.encode()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _with_a_line_forgotten(text: str, chance: Random) -> tuple[str, bytes]:
    lines = text.split("\n")
    at = chance.choice([at for at, line in enumerate(lines) if line.strip()] or [0])
    forgotten = "\n".join([*lines[:at], *lines[at + 1 :]])
    before, after = _keys(text), _keys(forgotten)
    changed = [question for question, right in after.items() if before.get(question, right) != right]
    if changed:
        return f"FAILED, another key without line {at + 1} ({lines[at]!r}): {changed[0]}", text.encode()
    return "read without a line", forgotten.encode()


def _keys(text: str) -> dict[str, str]:
    """The right choice's words, of questions with one right choice, by the words of question and choices."""
    found: dict[str, list[str]] = {}
    for question in asked(text)[0]:
        if question.form is Form.SINGLE and question.recogniser in WRITTEN_OUT and key(question):
            found.setdefault(_words(question), []).append(
                next(str(choice.words) for choice in question.choices if choice.right)
            )
    return {words: right[0] for words, right in found.items() if len(right) == 1}


def _words(question: Question) -> str:
    stem = " ".join(" ".join(part.words) for part in question.stem)
    return f"{stem} | {' / '.join(' '.join(choice.words) for choice in question.choices)}"


def _too_long(number: int, frame: object) -> None:
    raise TooLongError


if __name__ == "__main__":
    sys.exit(main())
