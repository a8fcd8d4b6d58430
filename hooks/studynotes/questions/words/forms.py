"""What raw HTML says by its tags: how its lists count, what may be ticked in its forms, what is struck out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

SIGN = "\ue1ff"  # a private character between a label that a form's value gives and the choice's words
_LIST_TYPES = {"A": "ABCDEFGHIJ", "a": "abcdefghij"}  # how an HTML list counts
_TICKED = "input[type=radio], input[type=checkbox]"
_KEYS = ("data-correct", "data-answer", "data-correct-answer", "data-key")  # of what is around the choices
_JUDGED = ("data-correct", "data-is-correct", "data-right")  # of each choice: true, or false
_TOLD = ("data-explain", "data-explanation", "data-feedback")  # why it is so
_LEAST = 2  # choices
_LONGEST_LABEL = 2
_LEVELS = 4  # of tags around what may be ticked


def prepare(body: LexborNode) -> None:
    """Take out what is struck out and how words are read; label the items of lists and the choices of forms."""
    for struck in body.css("s, del, strike"):
        around = struck.parent
        if around and around.text(deep=True).strip() != struck.text(deep=True).strip():
            struck.decompose()
    for reading in body.css("rt, rp"):
        reading.decompose()
    _label_judged(body)
    for list_ in body.css("ol"):
        for number, item in enumerate(list_.css("li"), int(list_.attributes.get("start") or 1)):
            label = _LIST_TYPES.get(list_.attributes.get("type") or "", "")[number - 1 : number] or number
            item.replace_with(f"\n{label}. {item.text(deep=True).strip()}\n")
    _label_choices(body)


def _label_judged(body: LexborNode) -> None:
    """Number tags beside one another of which an attribute says whether they are right, and tell which are.

    One at least is (``data-correct="true"``), one at least is not (``false``, or no such attribute), and none says
    anything else.
    """
    arounds: dict[int, tuple[LexborNode, str | None]] = {}
    for tag in body.css(", ".join(f"[{name}]" for name in _JUDGED)):
        if tag.parent and _attribute(tag, _JUDGED).lower() == "true":
            arounds[tag.parent.mem_id] = (tag.parent, tag.tag)
    for around, name in arounds.values():
        choices = [child for child in around.iter() if child.tag == name]
        said = [(_attribute(each, _JUDGED) or "false").lower() for each in choices]
        right = [number for number, each in enumerate(said, 1) if each == "true"]
        if len(choices) < _LEAST or set(said) != {"true", "false"}:
            continue
        why = [_attribute(choices[number - 1], _TOLD) for number in right]
        for number, choice in enumerate(choices, 1):
            choice.replace_with(f"\n{number}. {SIGN}{' '.join(choice.text(deep=True).split())}\n")
        told = "".join(f"\n解説：{each}\n" for each in why if each)
        around.insert_child(f"\n正解：{', '.join(map(str, right))}\n{told}")


def _attribute(tag: LexborNode, names: Sequence[str]) -> str:
    return next((value.strip() for name in names if (value := tag.attributes.get(name))), "")


def _label_choices(body: LexborNode) -> None:
    """Label what may be ticked by the form's values (``a``, ``b``, …), and tell the one that an attribute names.

    Only where the values are labels in order, and the key is one of them: a figure might count from 0 on.
    """
    forms: dict[str, list[tuple[LexborNode, str]]] = {}
    for ticked in body.css(_TICKED):
        forms.setdefault(ticked.attributes.get("name") or "", []).append(_around(ticked))
    known: set[str] = set()
    for choices in forms.values():
        read = [labels.opening(f"{value}. {value}") for _, value in choices if len(value) <= _LONGEST_LABEL]
        found = [label[0] for label in read if label]
        if len(found) < max(_LEAST, len(choices)) or not all(
            labels.follows(found[:at], label) for at, label in enumerate(found)
        ):
            return
        known.update(found)
    for tag in body.css(", ".join(f"[{name}]" for name in _KEYS)):
        key = next(filter(None, map(tag.attributes.get, _KEYS)), "").strip().upper()
        if key in known:
            tag.insert_child(f"\n正解：{key}\n")
    for box, value in (choice for choices in forms.values() for choice in choices):
        words = " ".join(box.text(deep=True).split())
        labelled = words if labels.opening(words) is not None else f"{value}. {SIGN}{words}"
        box.replace_with(f"\n{labelled}\n")


def _around(ticked: LexborNode) -> tuple[LexborNode, str]:
    """The tag with the words of what may be ticked, and its value, which the tag may have as well."""
    value = ticked.attributes.get("value") or ""
    box = ticked
    for _ in range(_LEVELS):
        parent = box.parent
        if parent is None or parent.tag in ("body", "html") or len(parent.css(_TICKED)) > 1:
            break
        box = parent
        value = value or box.attributes.get("data-value") or box.attributes.get("data-option") or ""
    return box, value.strip()
