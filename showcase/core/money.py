"""Money is a whole number of the currency's smallest unit, with its currency."""

from dataclasses import dataclass

LANGUAGE_SEPARATORS = {"vi": ".", "en": ","}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole đồng (VND has no minor unit)."""

    amount: int
    currency: str = "VND"

    def __post_init__(self) -> None:
        if not isinstance(self.amount, int) or isinstance(self.amount, bool):
            raise TypeError(f"Money takes a whole number, not {self.amount!r}")

    def format(self, language: str) -> str:
        """``1.250.000 ₫`` in Vietnamese, ``1,250,000 VND`` in English."""
        digits = f"{self.amount:,}".replace(",", LANGUAGE_SEPARATORS.get(language, ","))
        if language == "vi" and self.currency == "VND":
            return f"{digits}\u00a0₫"
        return f"{digits}\u00a0{self.currency}"


def format_range(low: Money, high: Money, language: str) -> str:
    """``450.000–1.500.000 ₫``: the currency once, at the end."""
    separator = LANGUAGE_SEPARATORS.get(language, ",")
    return f"{low.amount:,}".replace(",", separator) + "–" + high.format(language)
