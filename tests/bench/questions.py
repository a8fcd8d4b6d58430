"""How many keys of written-out questions are right and how many are missed, by folder: ``make bench`` shows it.

Labels were made by reading. Other people's notes count where they lie beside the repository.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from support.asking import CONVENTIONS, CORPUS, LABELS, SAMPLES, compared, labelled  # noqa: E402 (the paths come first)


def main() -> None:
    """Write one line for each folder: questions with a key, those asked, precision and recall."""
    totals: dict[str, Counter[str]] = {}
    for root, labels in ((SAMPLES, "samples.yml"), (CONVENTIONS, "conventions.yml"), (CORPUS, "corpus.yml")):
        for file, keys in labelled(LABELS / labels).items():
            path = root / file
            if not path.is_file():
                continue
            right, missed, wrong = compared(path, keys)
            name = file.split("/")[0] if "/" in file else root.name
            found = Counter(keyed=sum(map(bool, keys.values())), right=right, missed=len(missed), wrong=len(wrong))
            totals[name] = totals.get(name, Counter()) + found
    for name, found in totals.items():
        asked = found["right"] + found["wrong"]
        precision = f"{found['right'] / asked:.1%}" if asked else "–"
        recall = f"{found['right'] / found['keyed']:.1%}" if found["keyed"] else "–"
        sys.stdout.write(
            f"{name}: {found['keyed']} keyed, {found['right']} right, {found['wrong']} wrong, "
            f"{found['missed']} missed; precision {precision}, recall {recall}\n"
        )


if __name__ == "__main__":
    main()
