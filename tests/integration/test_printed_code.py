"""The code on paper: a QR code of /p/<CODE> for codes that were given, kept by browsers, fetched for paper only."""

import re

import pytest
import segno
from django.test import Client
from django.test.utils import override_settings

from showcase.core.qr import code_svg
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def _squares(svg: str) -> list[list[bool]]:
    """The matrix that the path of a QR code draws, without its quiet zone of four."""
    size = int(re.search(r'viewBox="0 0 (\d+) \d+"', svg).group(1))
    matrix = [[False] * size for _ in range(size)]
    path = re.search(r'stroke="#000" d="([^"]+)"', svg).group(1)
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            for step in range(int(values[0])):
                matrix[int(y)][int(x) + step] = True
            x += values[0]
        elif command == "m":
            x, y = x + values[0], y + values[1]
        else:
            x, y = values
    return [row[4:-4] for row in matrix[4:-4]]


@override_settings(SITE_URL="https://langnghe.example.vn/")
def test_the_picture_says_the_address_of_the_code_and_nothing_else(client: Client) -> None:
    record = factories.village()
    response = client.get(f"/p/{record.code}.svg")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Cache-Control"] == "public, max-age=2592000"
    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]
    assert response.cookies == {}
    expected = segno.make(f"https://langnghe.example.vn/p/{record.code}", error="q", micro=False, boost_error=False)
    assert _squares(response.content.decode()) == [[bool(square) for square in row] for row in expected.matrix]
    assert b"<script" not in response.content


@pytest.mark.parametrize("code", ["ABC234", "abc", "AAAAA0", "ABCDEFGH"])
def test_a_code_that_was_never_given_has_no_picture(client: Client, code: str) -> None:
    assert client.get(f"/p/{code}.svg").status_code == 404


def test_other_addresses_give_other_pictures() -> None:
    assert code_svg("https://a.example/p/ABC234") != code_svg("https://a.example/p/ABC235")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_detail_page_prints_its_code(client: Client, centre: None, language: str) -> None:
    artisan = factories.artisan()
    for record in (artisan.village, artisan, factories.product(village=artisan.village)):
        html = client.get(record.get_absolute_url(language)).content.decode()
        assert html.count(f'<img src="/p/{record.code}.svg"') == 1
        assert f"/p/{record.code}<br>" in html
