"""One question to a server that a person named (a time-stamping authority): sent once, never redirected, its answer small."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Final

from khabar.intake.incoming import IntakeError
from khabar.intake.web.addresses import numbers_of, parse
from khabar.intake.web.connecting import Patience, connected, proxy_for
from khabar.intake.web.fetching import Web

_LARGEST: Final = 1 << 20
_SUCCESS: Final = range(200, 300)


def posted(web: Web, url: str, body: bytes, media_type: str) -> bytes:
    """The answer to a body that is sent to an address.

    Raises IntakeError ("fetch_failed", "too_large") with what the server or the network answered or the guard refused.
    """
    import http.client

    address = parse(url)
    patience = Patience(web.limits.connect, web.limits.read, time.monotonic() + web.limits.total)
    try:
        via = proxy_for(address)
        numbers = numbers_of(via or address, web.resolve, allow_private=web.allow_private or via is not None)
        target = str(address) if via and address.scheme == "http" else address.target
        with closing(connected(address, via, (numbers, web.dial), patience)) as connection:
            connection.request("POST", target, body, {"Content-Type": media_type, "User-Agent": "khabar"})
            with connection.getresponse() as answer:
                told = answer.read(_LARGEST + 1)
                if answer.status not in _SUCCESS:
                    raise IntakeError("fetch_failed", "answered", status=answer.status, why=answer.reason or "")
    except TimeoutError:
        raise IntakeError("fetch_failed", "timed_out", seconds=f"{web.limits.read:g}") from None
    except (OSError, http.client.HTTPException) as error:
        raise IntakeError("fetch_failed", "not_reached", why=getattr(error, "strerror", None) or str(error)) from None
    if len(told) > _LARGEST:
        raise IntakeError("too_large", "page_too_large", limit=f"{_LARGEST >> 20} MB")
    return told
