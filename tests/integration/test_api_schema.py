"""The OpenAPI document says what is asked and answered, and answers are as it says."""

from typing import Any

import pytest
from django.test import Client

from search.engines import get_engine
from search.kinds import LABELS
from showcase.core.registries import search_sources
from tests.integration.api import OPENAPI, SEARCH, SUGGEST, ask, fill

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_engine():
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def _resolved(schema: Any, whole: dict[str, Any]) -> dict[str, Any]:
    return whole["components"]["schemas"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def faults(value: Any, schema: Any, whole: dict[str, Any], where: str = "") -> list[str]:
    """What of a value its schema does not allow; of JSON Schema only as much as ours has."""
    schema = _resolved(schema, whole)
    if "anyOf" in schema:
        tried = [faults(value, one, whole, where) for one in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None),
             "array": list, "object": dict}  # fmt: skip
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{where}: {value!r} is no {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is not among {schema['enum']}"]
    if isinstance(value, list):
        return [fault for one in value for fault in faults(one, schema["items"], whole, f"{where}[]")]
    if not isinstance(value, dict):
        return []
    known = schema.get("properties", {})
    found = [f"{where}: no {name}" for name in schema.get("required", []) if name not in value]
    for name, inner in value.items():
        rule = known.get(name, schema.get("additionalProperties"))
        found += faults(inner, rule, whole, f"{where}.{name}") if rule else [f"{where}: {name} is not described"]
    return found


def test_the_schema_describes_parameters_and_answers(client: Client) -> None:
    schema = client.get(OPENAPI).json()
    assert schema["openapi"] == "3.1.0"
    assert set(schema["paths"]) == {SEARCH, SUGGEST}
    assert {path: set(operations) for path, operations in schema["paths"].items()} == {
        SEARCH: {"get"},
        SUGGEST: {"get"},
    }
    search = schema["paths"][SEARCH]["get"]
    names = [parameter["name"] for parameter in search["parameters"]]
    assert names[:5] == ["q", "lang", "type", "page", "page_size"]
    assert {"village", "craft", "material", "price", "availability", "stars"} <= set(names[5:])
    assert len(names) == len(set(names))
    assert all(parameter["description"] for parameter in search["parameters"])
    size = next(parameter["schema"] for parameter in search["parameters"] if parameter["name"] == "page_size")
    assert (size["default"], size["minimum"], size["maximum"]) == (24, 1, 100)
    assert {status: list(response["content"]) for status, response in search["responses"].items()} == {
        "200": ["application/json"], "404": ["application/problem+json"], "422": ["application/problem+json"],
    }  # fmt: skip
    assert len({operations["get"]["operationId"] for operations in schema["paths"].values()}) == 2
    references = [word for word in str(schema).split("'") if word.startswith("#/components/schemas/")]
    assert {reference.rpartition("/")[2] for reference in references} <= set(schema["components"]["schemas"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{SEARCH}?q=khay", "200"),
        (f"{SEARCH}?q=qqqqq", "200"),
        (f"{SEARCH}?page=99", "404"),
        (f"{SEARCH}?page=x", "422"),
        (f"{SUGGEST}?q=kh", "200"),
        (f"{SUGGEST}?lang=x", "422"),
    ],
)
def test_answers_are_as_the_schema_says(client: Client, path: str, status: str) -> None:
    fill(3)
    whole = client.get(OPENAPI).json()
    response = client.get(path)
    [(content_type, content)] = whole["paths"][path.split("?")[0]]["get"]["responses"][status]["content"].items()
    assert (str(response.status_code), response.headers["Content-Type"]) == (status, content_type)
    assert faults(response.json(), content["schema"], whole) == []


def test_the_look_at_the_schema_notices_what_is_wrong(client: Client) -> None:
    """The twin: a planted fault of each kind is found."""
    fill(1)
    whole = client.get(OPENAPI).json()
    schema = whole["paths"][SEARCH]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = ask(client, q="khay")
    del answer["total"]
    answer["results"][0] |= {"type": "order", "more": 1, "url": None}
    assert len(faults(answer, schema, whole)) == 4


def test_every_kind_of_entry_is_a_type_of_the_api() -> None:
    assert set(search_sources.names()) <= set(LABELS)
