"""The password of a preview that others can reach: asked for by the browser itself (RFC 7617, Basic).

The browser sends it with every request, so pages, files and the channel of changes are behind it as well as the forms. Any
user name will do. Only a digest of it is kept, and digests are compared in constant time.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

CHALLENGE: Final = {"www-authenticate": 'Basic realm="Dateline preview", charset="UTF-8"'}


@dataclass(frozen=True, slots=True)
class Password:
    """What has to be known, as its digest."""

    digest: bytes

    @classmethod
    def of(cls, text: str) -> Password:
        """The password that is this text."""
        return cls(sha256(text.encode()).digest())

    def opens(self, authorization: str) -> bool:
        """Whether the header of a request holds it."""
        scheme, _, written = authorization.partition(" ")
        try:
            pair = base64.b64decode(written.strip(), validate=True) if scheme.lower() == "basic" else b""
        except (binascii.Error, ValueError):
            pair = b""
        _, colon, given = pair.partition(b":")
        return hmac.compare_digest(sha256(given).digest(), self.digest) and bool(colon)
