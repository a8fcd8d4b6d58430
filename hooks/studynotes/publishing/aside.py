"""A folder that is made beside its place and then put there whole, in one step.

Whoever looks, and whatever is killed in between, finds either the old folder or the new one; two makers at once
each have a folder of their own, and the last to finish has the place.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

# How each system's C library swaps two names at once (Linux: renameat2(2), macOS: renamex_np(2)).
_AT_FDCWD = -100
_SWAP = 2


class Aside:
    """A folder in the making, beside the one whose place it will take.

    ``folder`` is where to write. It is named after its place, with a dot before it. What is left of makers that were
    killed is removed on the way: a living one holds a lock on its folder.
    """

    def __init__(self, place: Path) -> None:
        """Make the folder. Raises :class:`OSError` where that cannot be."""
        self._place = place.resolve()
        self._place.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{self._place.name}-"
        for leftover in self._place.parent.iterdir():
            if leftover.name.startswith(prefix) and leftover.is_dir() and _is_free(leftover):
                shutil.rmtree(leftover, ignore_errors=True)
        self._lock: int | None = None
        while True:
            self.folder = self._place.with_name(prefix + secrets.token_hex(4))
            self.folder.mkdir()
            if sys.platform == "win32":
                break
            with suppress(FileNotFoundError):
                self._lock = _locked(self.folder)
            if self._lock is not None and self.folder.is_dir():
                break  # nobody took it for a leftover before it was locked
            self.discard()

    def put(self) -> None:
        """Put the folder in its place; what was there is removed, but for hidden files, which are not the maker's.

        Raises :class:`OSError` where that cannot be.
        """
        if self._place.is_dir():
            try:
                _swap(self.folder, self._place)
            except OSError:  # a file system that cannot swap, or a place that cannot be moved, as where one is mounted
                _exchange_contents(self.folder, self._place)
            for hidden in self.folder.glob(".*"):
                with suppress(OSError):
                    hidden.rename(self._place / hidden.name)
        else:
            self.folder.rename(self._place)
        self.discard()

    def discard(self) -> None:
        """Remove the folder, or what it was exchanged for."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _locked(folder: Path) -> int | None:
    """An open lock on a folder, which ends with this process; ``None`` where another has it."""
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _is_free(folder: Path) -> bool:
    """Whether nobody is at work in a folder; where there are no locks, nobody can say."""
    if sys.platform == "win32":
        return False
    try:
        handle = _locked(folder)
    except OSError:
        return False
    if handle is None:
        return False
    os.close(handle)
    return True


def _swap(one: Path, other: Path) -> None:
    """Swap two folders' names in one step."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(*names, _SWAP)
    elif sys.platform == "linux" and hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _SWAP)
    else:
        raise OSError("this system swaps no names")
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


def _exchange_contents(one: Path, other: Path) -> None:
    """Put what is in ``one`` in place of what is in ``other``: the next best thing, one name after the other."""
    for old in other.iterdir():
        if not old.name.startswith("."):
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    for new in one.iterdir():
        new.rename(other / new.name)
