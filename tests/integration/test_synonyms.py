"""Synonyms as staff keep them: in the admin, and from the centre's list."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from search.models import SearchChange, Synonym

pytestmark = pytest.mark.django_db
LIST = """number,canonical_vi,canonical_en,also_typed,collides_when_folded
1,khảm trai,mother-of-pearl inlay,kham trai; khảm ốc,
9,mây,rattan,may; song,may; song
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
    assert (row.canonical_en, row.forms, row.collisions) == ("rattan", "may; song", "may; song")
    before = SearchChange.objects.count()
    call_command("import_centre", str(tmp_path))
    assert Synonym.objects.count() == 2 and SearchChange.objects.count() == before
