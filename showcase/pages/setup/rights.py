"""Groups with real permissions, and the review workflow."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.contrib.settings.registry import registry as settings_registry
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
from wagtail.snippets.models import get_snippet_models

from showcase.accounts import groups
from showcase.core.models import Record
from showcase.core.models.translation import SOURCE_LANGUAGE, Translatable
from showcase.core.registries import staff_models

WORKFLOW = "Duyệt của trung tâm"
READ = ("view",)
KEEP = ("add", "change", "delete", "view")


@dataclass(frozen=True, slots=True)
class Rights:
    """What a group may do: actions on each kind of thing."""

    records: tuple[str, ...] = ()
    vocabularies: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()  # staff's other lists: synonyms, opening hours …
    pages: tuple[str, ...] = ()
    english_pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()  # pictures and documents
    translations: bool = False  # begin the translation of a page that is not public yet
    settings: bool = False
    house: bool = False  # users, groups, redirects


RIGHTS: dict[str, Rights] = {
    groups.ADMINISTRATOR: Rights(
        records=(*KEEP, "publish", "lock", "unlock"),
        vocabularies=KEEP,
        lists=KEEP,
        pages=("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        files=("add", "change", "choose"),
        translations=True,
        settings=True,
        house=True,
    ),
    # Writes drafts and submits them: what readers see is for the reviewer to decide.
    groups.EDITOR: Rights(
        records=("add", "change", "view"),
        vocabularies=("add", "change", "view"),
        lists=KEEP,
        pages=("add_page", "change_page"),
        files=("add", "change", "choose"),
        translations=True,
    ),
    groups.REVIEWER: Rights(
        records=("change", "view", "publish", "lock", "unlock"),
        vocabularies=READ,
        lists=READ,
        pages=("change_page", "publish_page", "lock_page", "unlock_page"),
        files=("choose",),
    ),
    # Without "add" and "publish" the forms let nothing but translations change: `showcase.core.admin.translators`.
    groups.TRANSLATOR: Rights(
        records=("change", "view"),
        vocabularies=("change", "view"),
        english_pages=("change_page",),
        files=("choose",),
    ),
    groups.ARTISAN: Rights(),
}


def records() -> list[type[Model]]:
    """Every kind of record."""
    return [model for model in apps.get_models() if issubclass(model, Record)]


def vocabularies() -> list[type[Model]]:
    """Every other staff list whose words are translated."""
    return [
        model
        for model in get_snippet_models()
        if issubclass(model, Translatable) and not issubclass(model, Record) and model not in set(staff_models)
    ]


def other_lists() -> list[type[Model]]:
    """Staff's lists without translations, and what upper apps registered."""
    known = {*records(), *vocabularies()}
    return list(dict.fromkeys([*staff_models, *(model for model in get_snippet_models() if model not in known)]))


def set_up_rights() -> None:
    """Make the groups and give each its permissions.

    A group that is there keeps what it has, and gets its rights on what a release brought.
    """
    new = _without_rights()
    for name in groups.ALL:
        group, made = Group.objects.get_or_create(name=name)
        if made:
            _give(group, RIGHTS[name])
        elif new:
            group.permissions.add(*_of_models(RIGHTS[name], new))
    _drop_stock_groups()
    _set_up_workflow()


def _without_rights() -> set[type[Model]]:
    """What none of our groups may even see: nobody has decided on it yet, for it came after the groups were made."""
    decided = set(Permission.objects.filter(group__name__in=groups.ALL).values_list("content_type", flat=True))
    models = [*records(), *vocabularies(), *other_lists()]
    return {model for model in models if ContentType.objects.get_for_model(model).pk not in decided}


def _of_models(rights: Rights, only: set[type[Model]] | None = None) -> list[Permission]:
    """A group's permissions on records, vocabularies and lists, or on some of them only."""
    kinds = ((records(), rights.records), (vocabularies(), rights.vocabularies), (other_lists(), rights.lists))
    return [
        permission
        for models, actions in kinds
        for permission in _permissions([model for model in models if only is None or model in only], actions)
    ]


def _give(group: Group, rights: Rights) -> None:
    permissions = _of_models(rights)
    if group.name in groups.STAFF:
        permissions += Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    if rights.translations:
        permissions += Permission.objects.filter(
            content_type__app_label="simple_translation", codename="submit_translation"
        )
    if rights.settings:
        permissions += _permissions(list(settings_registry), ("change",))
    if rights.house:
        permissions += Permission.objects.filter(
            content_type__app_label__in=("accounts", "auth", "wagtailredirects"),
            content_type__model__in=("user", "group", "redirect"),
        )
    group.permissions.set(permissions)
    _give_pages(group, rights)
    _give_files(group, rights)


def _give_pages(group: Group, rights: Rights) -> None:
    root = Page.objects.get(depth=1)
    english = Page.objects.filter(depth=2).exclude(locale__language_code=SOURCE_LANGUAGE)
    wanted = [(root, name) for name in rights.pages]
    wanted += [(home, name) for home in english for name in rights.english_pages]
    for page, codename in wanted:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _give_files(group: Group, rights: Rights) -> None:
    collection = Collection.objects.get(depth=1)
    codenames = [f"{action}_{kind}" for action in rights.files for kind in ("image", "document")]
    for permission in Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=codenames
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _permissions(models: Iterable[type[Model]], actions: tuple[str, ...]) -> list[Permission]:
    found: list[Permission] = []
    for model in models:
        content_type = ContentType.objects.get_for_model(model)
        codenames = [f"{action}_{model._meta.model_name}" for action in actions]
        found += Permission.objects.filter(content_type=content_type, codename__in=codenames)
    return found


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
    for model in records():
        WorkflowContentType.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(model), defaults={"workflow": workflow}
        )
