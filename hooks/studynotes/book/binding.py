"""Printed batches become one PDF: pages, places, links between batches, and one structure for readers aloud.

What ISO 32000-1 numbers through a file is numbered anew: the parent tree's keys (14.7.4.4) and the header cells' ids.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from studynotes.book.batches import ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_ELEMENT = Name.StructElem


def elements(file: Pdf) -> list[Any]:
    """All elements of a file's structure."""
    return [item for item in file.objects if isinstance(item, Dictionary) and item.get("/Type") == _ELEMENT]


@contextmanager
def bound(files: Sequence[tuple[Path, int]]) -> Iterator[Pdf]:
    """Make one file of printed ones, each given with how many of its first pages are left out.

    Raises:
        pikepdf.PdfError: One is no PDF, or not a whole one.
    """
    with ExitStack() as stack:  # what is copied is read when all is saved
        whole, *others = [stack.enter_context(pikepdf.open(path)) for path, _ in files]
        headers = 0
        for file, (_, spared) in zip((whole, *others), files, strict=True):
            del file.pages[:spared]
            headers = _name_headers(elements(file), headers)
            if "/IDTree" in file.Root.StructTreeRoot:
                del file.Root.StructTreeRoot.IDTree
        for more in others:
            _append(whole, more)
        _list_headers(whole)
        if others:
            _lead_across(whole)
        yield whole


def _append(whole: Pdf, more: Pdf) -> None:
    structure = whole.Root.StructTreeRoot
    shift = int(structure.ParentTreeNextKey)
    for page in more.pages:
        for item, key in ((page.obj, "/StructParents"), *((note, "/StructParent") for note in page.get("/Annots", ()))):
            if key in item:
                item[key] = int(item[key]) + shift
    whole.add_pages_from(more)  # first of all, so that what refers to pages finds them
    copied = whole.copy_foreign(more.Root.StructTreeRoot)
    structure.K.K = Array([*_children(structure.K), *_children(copied.K)])
    for child in _children(copied.K):
        child.P = structure.K
    numbers = copied.ParentTree.Nums
    for at in range(0, len(numbers), 2):
        structure.ParentTree.Nums.extend(Array([int(numbers[at]) + shift, numbers[at + 1]]))
    structure.ParentTreeNextKey = shift + int(copied.ParentTreeNextKey)
    # The places that links of the batch itself lead to were copied with its pages; those that others lead to were not.
    places = whole.copy_foreign(more.make_indirect(more.Root.get("/Dests", Dictionary())))
    if "/Dests" not in whole.Root:
        whole.Root.Dests = Dictionary()
    for name, place in places.items():
        whole.Root.Dests[name] = place


def _children(document: Any) -> Iterator[Any]:  # noqa: ANN401 (pikepdf's objects are of any type)
    inner = document.get("/K", Array())
    yield from inner if isinstance(inner, Array) else [inner]


def _lead_across(file: Pdf) -> None:
    """Let links from one batch to another lead to their places in the file."""
    names = {unquote(name[1:]): name for name, _ in file.Root.get("/Dests", Dictionary()).items()}
    for page in file.pages:
        for note in page.get("/Annots", ()):
            address = str(note.get("/A", Dictionary()).get("/URI", ""))
            name = names.get(unquote(address.removeprefix(ELSEWHERE)))
            if address.startswith(ELSEWHERE) and name is not None:
                del note["/A"]
                note.Dest = Name(name)


def _name_headers(found: Iterable[Any], count: int) -> int:
    """Name the header cells of tables by their order, on from ``count``; the browser names them otherwise each time."""
    names: dict[str, str] = {}
    for element in found:
        if "/ID" in element:
            element.ID = String(names.setdefault(str(element.ID), f"th{count + len(names) + 1:06}"))
    for element in found if names else ():
        attributes = element.get("/A", Array())
        for attribute in attributes if isinstance(attributes, Array) else [attributes]:
            if "/Headers" in attribute:
                attribute.Headers = Array([String(names[str(old)]) for old in attribute.Headers if str(old) in names])
    return count + len(names)


def _list_headers(file: Pdf) -> None:
    named = sorted(((str(element.ID), element) for element in elements(file) if "/ID" in element), key=itemgetter(0))
    if named:
        tree = [item for name, element in named for item in (String(name), element)]
        file.Root.StructTreeRoot.IDTree = Dictionary(Names=Array(tree))
