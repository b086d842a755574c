"""Synonyms as staff keep them: in the admin, and from the centre's list."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from search.models import SearchChange, Synonym
from search.staff_forms import twins_of
from search.synonyms import load_table
from tests.integration.test_search_staff import add

pytestmark = pytest.mark.django_db
LIST = """number,canonical_vi,canonical_en,also_typed,collides_when_folded
1,khảm trai,mother-of-pearl inlay,kham trai; khảm ốc,
9,mây,rattan,"may (sợi; cây), song",may; song
"""


def test_the_admin_lists_and_finds_them(admin_client: Client) -> None:
    Synonym.objects.create(canonical_vi="khảm trai", canonical_en="nacre")
    Synonym.objects.create(canonical_vi="sơn mài")
    address = reverse(Synonym.snippet_viewset.get_url_name("list"))
    assert "sơn mài" in admin_client.get(address).content.decode()
    page = admin_client.get(address, {"q": "nacre"}).content.decode()
    assert "khảm trai" in page and "sơn mài" not in page
    assert admin_client.get(reverse(Synonym.snippet_viewset.get_url_name("add"))).status_code == 200


def test_the_list_comes_in_once(centre: None, tmp_path: Path) -> None:
    (tmp_path / "synonyms.csv").write_text(LIST, encoding="utf-8")
    call_command("import_centre", str(tmp_path))
    row = Synonym.objects.get(canonical_vi="mây")
    assert (row.canonical_en, row.forms, row.collisions) == ("rattan", "may (sợi; cây); song", "may; song")
    before = SearchChange.objects.count()
    call_command("import_centre", str(tmp_path))
    assert Synonym.objects.count() == 2 and SearchChange.objects.count() == before


def test_a_note_in_brackets_divides_nothing_and_is_no_synonym(admin_client: Client) -> None:
    add(admin_client, canonical_vi="lọ (gốm; sứ)", canonical_en="vase (tall, flower); jar", collisions="lo")
    row = Synonym.objects.get()
    assert (row.canonical_vi, row.canonical_en) == ("lọ (gốm; sứ)", "vase (tall, flower), jar")
    assert set(load_table().by_phrase) == {("lo",), ("vase",), ("jar",)}


def test_a_row_that_is_switched_off_counts_beside_no_other(admin_client: Client) -> None:
    Synonym.objects.create(canonical_vi="sơn ta", canonical_en="lacquer")
    page = admin_client.get(add(admin_client, canonical_vi="sơn mài", canonical_en="lacquer", active="").url)
    assert not BeautifulSoup(page.content, "html.parser").select(".messages .warning")
    row = Synonym.objects.get(canonical_vi="sơn mài")
    row.active, row.canonical_en = True, "lacquer (natural)"
    assert [word for word, _other in twins_of(row)] == ["lacquer"]
