"""Questions to the API, and the few documents they are asked of."""

from typing import Any

from django.test import Client

from search.services import store
from tests.contracts.documents import document

SEARCH, SUGGEST, OPENAPI = "/api/v1/search", "/api/v1/suggest", "/api/v1/openapi.json"


def fill(count: int = 30) -> None:
    store(
        document(
            f"Khay khảm {number}", f"Inlaid tray {number}", price=number,
            facets={"price": ("ask",) if number % 2 else ("over-5m",), "availability": ("in_stock",)},
        )
        for number in range(count)
    )  # fmt: skip
    store([document("Chuôn Ngọ", kind="village"), document("Tổ khảm", kind="artisan")])


def ask(client: Client, path: str = SEARCH, **data: Any) -> Any:
    response = client.get(path, data)
    assert response.status_code == 200, response.content
    return response.json()
