"""An example object for every argument of every address. New addresses with new names add theirs here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import (
    Collection,
    PageViewRestriction,
    Site,
    Task,
    UploadedFile,
    Workflow,
    WorkflowState,
)

from search.models import PromotedResult, Synonym
from showcase.accounts import groups
from showcase.core import moderation
from showcase.images.models import CentreImage
from showcase.pages.models import HomePage, StandardPage
from tests import factories
from tests.unit.images.photos import photo, upload
from villages.models import GlossaryTerm


@dataclass
class Examples:
    """Values by the beginning of the route, the longest first."""

    by_prefix: dict[str, dict[str, Any]]
    whole: dict[str, str]

    def value(self, route: str, name: str) -> Any:
        """The example for an argument. Raises ``LookupError`` when there is none."""
        for prefix in sorted(self.by_prefix, key=len, reverse=True):
            if route.startswith(prefix) and name in self.by_prefix[prefix]:
                return self.by_prefix[prefix][name]
        if name == "pk" and (row := _first_of(route)) is not None:
            return row
        raise LookupError(f"no example for <{name}> in {route}: add one to tests/integration/url_examples.py")


@cache
def _model(label: str) -> Any:
    return apps.get_model(label)


def _first_of(route: str) -> Any:
    """The newest row of the model that a staff list's address names."""
    found = re.match(r"admin/(?:snippets/)?(?:choose/)?(\w+)/(\w+)/", route)
    try:
        model = _model(f"{found[1]}.{found[2]}") if found else None
    except LookupError:
        return None
    return model._default_manager.order_by("-pk").values_list("pk", flat=True).first() if model else None


def _in_review(record: Any, user: Any) -> dict[str, Any]:
    """The record's arguments with a review that waits."""
    moderation.submit_for_review(record, user=user)
    state = WorkflowState.objects.for_instance(record).get()
    return {
        "pk": record.pk,
        "page_id": record.pk,
        "revision_id": record.latest_revision_id,
        "task_state_id": state.current_task_state_id,
        "task_id": state.current_task_state.task_id,
        "workflow_state_id": state.pk,
        "action_name": "approve",
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
    }


def _page() -> StandardPage:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    page.save_revision().publish()
    page.title = "Giới thiệu trung tâm"
    page.save_revision()
    return page


def make_examples() -> Examples:
    """Make one object for each kind of argument."""
    author = factories.user("tac-gia", groups.EDITOR)
    village = factories.village("Đồng Vinh", summary="Làng nghề")
    artisan = factories.artisan(village=village)
    product = factories.product(village=village)
    factories.craft()
    GlossaryTerm.objects.create(name="vóc", definition="Tấm gỗ đã bó sơn.")
    Synonym.objects.create(canonical_vi="nón", canonical_en="hat", forms="non la")
    PromotedResult.objects.create(query="nón", targets=village.code)
    page = _page()
    image = CentreImage.objects.create(title="Ảnh", file=upload(photo()), uploaded_by_user=author)
    document = Document.objects.create(title="Bảng giá", file=ContentFile(b"a", "bang-gia.txt"))
    waiting = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(CentreImage), file=upload(photo())
    )
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="x" * 12)
    collection = Collection.objects.get(depth=1).add_child(name="Kho")
    redirect = Redirect.objects.create(old_path="/cu", redirect_link="/")
    session = EditingSession.objects.create(user=author, content_object=page, last_seen_at=timezone.now())
    of_page = _in_review(page, author)
    page_args = {
        **of_page,
        "parent_page_id": page.get_parent().pk,
        "page_to_move_id": page.pk,
        "destination_id": page.get_parent().pk,
        "content_type_app_name": "pages",
        "content_type_model_name": "standardpage",
        "app_label": "pages",
        "model_name": "standardpage",
    }
    workflow = Workflow.objects.get(active=True)
    house = {
        "admin/pages/": page_args,
        "admin/choose-page/": page_args,
        "admin/tag-autocomplete/": {"app_name": "taggit", "model_name": "tag"},
        "admin/collections/": {"pk": collection.pk, "collection_id": collection.pk},
        "admin/workflows/": {"pk": workflow.pk, "page_pk": 1, "workflow_pk": workflow.pk},
        "admin/workflows/tasks/": {
            "pk": Task.objects.get().pk,
            "app_label": "wagtailcore",
            "model_name": "groupapprovaltask",
        },
        "admin/workflows/task_chooser/": {"task_id": Task.objects.get().pk},
        "admin/editing-sessions/": {
            "app_label": "pages",
            "model_name": "standardpage",
            "object_id": page.pk,
            "session_id": session.pk,
        },
        "admin/settings/": {"app_name": "pages", "model_name": "centresettings", "pk": 1},
        "admin/translation/": {"page_id": page.pk, "app_label": "villages", "model_name": "village", "pk": village.pk},
        "admin/redirects/": {"redirect_id": redirect.pk},
        "admin/documents/": {
            "document_id": document.pk,
            "doc_id": document.pk,
            "pk": document.pk,
            "uploaded_file_id": waiting.pk,
        },
        "admin/images/": {
            "image_id": image.pk,
            "pk": image.pk,
            "uploaded_file_id": waiting.pk,
            "filter_spec": "width-320",
        },
        "admin/sites/": {"pk": Site.objects.get().pk},
        "admin/users/": {"pk": author.pk},
        "admin/avatars/": {"user_id": author.pk},
        "admin/groups/": {"pk": Group.objects.get(name=groups.ARTISAN).pk},
        "admin/password_reset/": {"uidb64": "MQ", "token": "abc-def"},
        "admin/api/main/^pages/": {"pk": page.pk, "action_name": "publish"},
        "admin/api/main/^documents/": {"pk": document.pk},
        "admin/api/main/^images/": {"pk": image.pk},
        "documents/": {"restriction_id": 1},
        "_util/": {"page_view_restriction_id": restriction.pk, "page_id": page.pk},
        "p/": {"code": village.code},
        "lang-nghe/": {"reference": village.reference("vi")},
        "nghe-nhan/": {"reference": artisan.reference("vi")},
        "san-pham/": {"reference": product.reference("vi")},
    }
    records = {
        f"admin/snippets/{type(record)._meta.app_label}/{type(record)._meta.model_name}/": _in_review(record, author)
        for record in (village, artisan, product)
    }
    bulk = "admin/bulk/<str:app_label>/<str:model_name>/<str:action>/"
    alias = page.get_translations().get()
    whole = {
        bulk: f"admin/bulk/wagtailcore/page/publish/?id={page.pk}",
        "admin/pages/<int:page_id>/convert_alias/": f"admin/pages/{alias.pk}/convert_alias/",
        "sitemap-<slug:kind>-<int:number>.xml": "sitemap-lists-1.xml",
        "admin/^.*/$": "admin/khong-co-trang-nay/",
        "documents/^(\\d+)/(.*)$": f"documents/{document.pk}/{document.filename}",
        "^((?:[\\w\\-]+/)*)$": "",
    }
    return Examples({**house, **records}, whole)


__all__ = ["Examples", "make_examples"]
