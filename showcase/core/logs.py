"""Logging without personal data: addresses and telephone numbers are blotted out before a line is written."""

from __future__ import annotations

import logging
import re

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.:-])(?:\+84|0)(?:[ .-]?\d){8,10}(?![\w-])")
_QUERY = re.compile(r"(/[^\s?\"']*)\?[^\s\"']+")


def without_personal_data(text: str) -> str:
    """Return ``text`` with e-mail addresses, Vietnamese telephone numbers and query strings replaced by marks."""
    return _PHONE.sub("[phone]", _EMAIL.sub("[e-mail]", _QUERY.sub(r"\1?[query]", text)))


class WithoutPersonalData(logging.Filter):
    """Rewrites each record's message; the request itself, which some handlers would print, is dropped."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean ``record`` in place and let it pass."""
        record.msg, record.args = without_personal_data(record.getMessage()), None
        if hasattr(record, "request"):
            del record.request
        return True
