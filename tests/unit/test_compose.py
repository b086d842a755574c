"""What ``compose.yaml`` promises, read as text: no YAML parser is among our packages."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMPOSE = (ROOT / "compose.yaml").read_text()


def block(name: str, indent: int = 0) -> str:
    """The lines below a key."""
    space = " " * indent
    found = re.search(rf"^{space}{name}:.*\n((?:{space} +.*\n|\n)*)", COMPOSE, re.MULTILINE)
    assert found, name
    return found[1]


def test_the_services_are_those_of_the_handbook() -> None:
    services = re.findall(r"^  ([a-z]+):$", block("services"), re.MULTILINE)
    assert services == ["web", "worker", "postgres", "redis", "elasticsearch"]


def test_only_the_site_is_published_and_on_the_loopback_only() -> None:
    assert COMPOSE.count("ports:") == 1
    assert re.findall(r'- "(.*:\d+)"', COMPOSE) == ["127.0.0.1:8000:8000"]
    assert "ports:" in block("web", 2)
    for service in ("postgres", "redis", "elasticsearch"):
        assert "networks: [inside]" in block(service, 2)
    assert "internal: true" in block("networks")


def test_elasticsearch_is_the_official_image_of_the_version_that_is_tested() -> None:
    assert "image: docker.elastic.co/elasticsearch/elasticsearch:8.19.8\n" in block("elasticsearch", 2)


def test_settings_have_the_names_of_the_example() -> None:
    example = set(re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    settings = set(re.findall(r"^    ([A-Z_]+):", block("x-site"), re.MULTILINE))
    assert len(settings) == 5 and settings <= example


def test_what_is_named_is_declared() -> None:
    volumes = set(re.findall(r"^      - ([a-z]+):/", block("services"), re.MULTILINE)) | {"media"}
    assert volumes == set(re.findall(r"^  ([a-z]+):", block("volumes"), re.MULTILINE))
