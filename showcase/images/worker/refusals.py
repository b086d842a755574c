"""Why a file is not taken, as a code: the site has the words for it."""

from typing import Any


class Refusal(Exception):
    """A file that is not taken: `code` tells why, `params` fill the words."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
