"""``manage.py setup_centre``: what a fresh database needs; a second run changes nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

import products
import villages
from products.models import Category, Material
from showcase.core.vocabulary import load_terms
from showcase.pages.setup.pages import set_up_pages
from showcase.pages.setup.rights import set_up_rights
from villages.gazetteer import load_gazetteer
from villages.models import Craft, Technique


class Command(BaseCommand):
    help = "Sets up languages, homes, groups, the review workflow, vocabularies and the gazetteer."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        set_up_pages()
        set_up_rights()
        in_villages, in_products = (Path(app.__path__[0]) / "data" for app in (villages, products))
        made = {
            "places": load_gazetteer(),
            "crafts": load_terms(Craft, in_villages / "crafts.csv"),
            "techniques": load_terms(Technique, in_villages / "techniques.csv"),
            "materials": load_terms(Material, in_products / "materials.csv"),
            "categories": load_terms(Category, in_products / "categories.csv"),
        }
        for name, number in made.items():
            if number:
                self.stdout.write(f"{name}: {number} made")
        self.stdout.write(self.style.SUCCESS("The centre is set up."))
