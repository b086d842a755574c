"""Groups with real permissions, and the review workflow."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from products.models import Category, Material, Product
from showcase.accounts import groups
from showcase.core.registries import staff_models
from showcase.pages.models import CentreSettings
from villages.models import Artisan, Craft, Place, Technique, Village

RECORDS: tuple[type[Model], ...] = (Village, Artisan, Product)
VOCABULARIES: tuple[type[Model], ...] = (Craft, Technique, Material, Category, Place)
WORKFLOW = "Duyệt của trung tâm"

# group → (what it may do with records, with vocabularies, with pages, with pictures)
RIGHTS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    groups.ADMINISTRATOR: (
        ("add", "change", "delete", "view", "publish", "lock", "unlock"),
        ("add", "change", "delete", "view"),
        ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        ("add_image", "change_image", "choose_image"),
    ),
    groups.EDITOR: (
        ("add", "change", "view", "publish"),
        ("add", "change", "view"),
        ("add_page", "change_page", "publish_page"),
        ("add_image", "change_image", "choose_image"),
    ),
    groups.REVIEWER: (("change", "view", "publish"), ("view",), ("change_page", "publish_page"), ("choose_image",)),
    groups.TRANSLATOR: (("change", "view"), ("change", "view"), ("change_page",), ("choose_image",)),
    groups.ARTISAN: ((), (), (), ()),
}


def set_up_rights() -> None:
    """Make the groups and give each its permissions. A group that is there keeps what it has."""
    for name in groups.ALL:
        group, made = Group.objects.get_or_create(name=name)
        if made:
            _give(group)
    _drop_stock_groups()
    _set_up_workflow()


def _give(group: Group) -> None:
    on_records, on_terms, on_pages, on_pictures = RIGHTS[group.name]
    permissions = [*_permissions(RECORDS, on_records), *_permissions(VOCABULARIES, on_terms)]
    if group.name in groups.STAFF:
        permissions += Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    if group.name in (groups.ADMINISTRATOR, groups.EDITOR):
        permissions += _permissions(tuple(staff_models), ("add", "change", "delete", "view"))
        permissions += _permissions((CentreSettings,), ("change",))
    if group.name == groups.ADMINISTRATOR:
        permissions += Permission.objects.filter(
            content_type__app_label__in=("accounts", "auth"), content_type__model__in=("user", "group")
        )
    group.permissions.set(permissions)
    root, collection = Page.objects.get(depth=1), Collection.objects.get(depth=1)
    for codename in on_pages:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for permission in _picture_permissions(on_pictures):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _permissions(models: tuple[type[Model], ...], actions: tuple[str, ...]) -> list[Permission]:
    found: list[Permission] = []
    for model in models:
        content_type = ContentType.objects.get_for_model(model)
        codenames = [f"{action}_{model._meta.model_name}" for action in actions]
        found += Permission.objects.filter(content_type=content_type, codename__in=codenames)
    return found


def _picture_permissions(codenames: tuple[str, ...]) -> "QuerySet[Permission]":
    return Permission.objects.filter(content_type__app_label="wagtailimages", codename__in=codenames)


def _drop_stock_groups() -> None:
    """Wagtail's own groups would give rights nobody decided on."""
    Group.objects.filter(name__in=("Moderators", "Editors"), user__isnull=True).delete()


def _set_up_workflow() -> None:
    """One review for records and pages; Wagtail's stock workflow leaves with its groups."""
    if Workflow.objects.filter(name=WORKFLOW).exists():
        return
    stock = Workflow.objects.filter(name="Moderators approval").first()
    if stock is not None:
        stock.workflow_pages.all().delete()
        stock.tasks.all().delete()
        stock.delete()
    task, made = GroupApprovalTask.objects.get_or_create(name="Duyệt")
    if made:
        task.groups.set(Group.objects.filter(name__in=(groups.REVIEWER, groups.ADMINISTRATOR)))
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.get_or_create(page=Page.objects.get(depth=1), defaults={"workflow": workflow})
    for model in RECORDS:
        WorkflowContentType.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(model), defaults={"workflow": workflow}
        )
