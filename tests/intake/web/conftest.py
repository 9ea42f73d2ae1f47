"""A small web site on this machine for the tests that fetch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from web_site import Site, running


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The site, reached without any proxy."""
    monkeypatch.setenv("no_proxy", "*")
    with running() as made:
        yield made
