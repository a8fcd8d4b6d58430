"""Chromium: where to find one on this machine, and how to tell it what to do."""
