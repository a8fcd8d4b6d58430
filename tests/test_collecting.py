"""The collector of cyclic garbage, which a build has wait."""

from __future__ import annotations

import gc

import pytest

import collecting

DEFAULT = (700, 10, 10)


@pytest.fixture
def thresholds():
    """Set and give the usual thresholds of the collector, whatever they were before and will be again."""
    before = gc.get_threshold()
    gc.set_threshold(*DEFAULT)
    yield DEFAULT
    gc.set_threshold(*before)


def test_a_build_has_the_collector_wait(thresholds):
    collecting.on_startup(command="build", dirty=False)
    assert gc.isenabled()
    assert all(after > before for after, before in zip(gc.get_threshold(), thresholds, strict=True))
