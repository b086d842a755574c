"""Living codes: six characters, random, unique over all records, never used twice."""

import secrets

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no O 0 I 1
LENGTH = 6
PATTERN = f"[{ALPHABET}]{{{LENGTH}}}"


def new_code() -> str:
    """A random code; whether it is free is the business of :class:`LivingCode`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def is_code(text: str) -> bool:
    """Whether the text is a well-formed code (upper case)."""
    return len(text) == LENGTH and all(char in ALPHABET for char in text)
