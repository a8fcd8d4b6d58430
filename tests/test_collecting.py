"""The collector of cyclic garbage, which a build has wait."""

from __future__ import annotations

import gc

import pytest

import collecting


@pytest.fixture
def thresholds():
    """Give the collector's thresholds, and set them again afterwards."""
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)


def test_a_build_has_the_collector_wait(thresholds):
    collecting.on_startup(command="build", dirty=False)
    assert gc.isenabled()
    assert all(after > before for after, before in zip(gc.get_threshold(), thresholds, strict=True))
