"""How a product's facts are said, in both languages."""

import datetime

from products.models import Availability, PriceKind, Product
from products.presentation import (
    availability_display,
    dimensions_display,
    price_display,
    price_notes,
    weight_display,
)


def test_prices_are_said_as_their_kind_says() -> None:
    exact = Product(price_kind=PriceKind.EXACT, price_min=1_250_000)
    between = Product(price_kind=PriceKind.RANGE, price_min=450_000, price_max=1_500_000)
    at_least = Product(price_kind=PriceKind.FROM, price_min=60_000, price_unit="mét")
    assert price_display(exact, "vi") == "1.250.000\u00a0₫"
    assert price_display(exact, "en") == "1,250,000\u00a0VND"
    assert price_display(between, "vi") == "450.000–1.500.000\u00a0₫"
    assert price_display(at_least, "vi") == "từ 60.000\u00a0₫ / mét"
    assert price_display(Product(), "vi") == "Hỏi giá"


def test_what_belongs_to_a_price_stands_beside_it() -> None:
    product = Product(
        price_kind=PriceKind.EXACT,
        price_min=1,
        price_confirmed_on=datetime.date(2026, 11, 24),
        minimum_order=50,
    )
    assert price_notes(product, "vi") == ["Đã gồm VAT", "Giá xác nhận ngày 24.11.2026", "Đặt từ 50 chiếc"]
    assert price_notes(Product(), "vi") == []


def test_availability_is_said_in_words() -> None:
    made = Product(availability=Availability.MADE_TO_ORDER, lead_days_min=20, lead_days_max=30)
    assert availability_display(made, "vi") == "Đặt làm, khoảng 20–30 ngày"
    assert availability_display(made, "en") == "Made to order, about 20–30 days"
    sold = Product(availability=Availability.ONE_OF_A_KIND, sold_on=datetime.date(2026, 11, 1))
    assert availability_display(sold, "en") == "Sold; a similar piece can be made"


def test_sizes_are_centimetres_and_weights_what_is_readable() -> None:
    product = Product(length_mm=600, width_mm=1200, height_mm=35, weight_g=900)
    assert dimensions_display(product, "vi") == "60 × 120 × 3,5 cm"
    assert dimensions_display(product, "en") == "60 × 120 × 3.5 cm"
    assert dimensions_display(Product(size_note="by measure"), "vi") == "theo số đo"
    assert weight_display(product, "vi") == "900 g"
    assert weight_display(Product(weight_g=1600), "vi") == "1,6 kg"
