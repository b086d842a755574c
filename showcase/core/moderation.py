"""The one door to Wagtail's actions and workflows.

Admin, import and (later) the artisans' portal change records through these functions, so
revisions, locks, workflow and log are the same for all of them.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.signals import published

from showcase.core.registries import publish_checks


class FactError(ValueError):
    """A live fact that does not exist on this record."""


class WithdrawnError(PermissionDenied):
    """The record was withdrawn; it must be restored before it can be public again."""


class PublishRefused(PermissionDenied):
    """What is to be published lacks something; the message says what. The draft is kept."""


def publish_gaps(thing: Any) -> list[str]:
    """What keeps a record or page from being published, in words (see ``registries.publish_checks``)."""
    return [gap for check in publish_checks for gap in check(thing)]


def refuse_gaps(revision: Revision) -> None:
    """Raise :class:`PublishRefused` when the revision lacks something. What was scheduled has been asked before."""
    if revision.approved_go_live_at is not None:
        return
    if gaps := publish_gaps(revision.as_object()):
        raise PublishRefused(" ".join(gaps))


@transaction.atomic
def publish_revision(
    revision: Revision,
    *,
    user: Any = None,
    changed: bool = True,
    log_action: Any = True,
    previous_revision: Revision | None = None,
    skip_permission_checks: bool = False,
) -> None:
    """Publish a record's revision; the live facts come from the locked row, never from a draft.

    Everything happens in one transaction: a receiver that raises leaves neither a changed
    row nor a search entry.
    """
    action = PublishRevisionAction(
        revision,
        user=user,
        changed=changed,
        log_action=log_action,
        previous_revision=previous_revision,
    )
    target = action.object
    row = type(target)._base_manager.select_for_update().get(pk=target.pk)
    if row.withdrawn_at is not None:
        raise WithdrawnError(_("This record was withdrawn. Restore it before it is published again."))
    refuse_gaps(revision)
    target.copy_live_facts(row)
    action.execute(skip_permission_checks=skip_permission_checks)


class LockedRecord(PermissionDenied):
    """Somebody locked the record, or it was withdrawn; the message says which."""


@transaction.atomic
def publish_latest(record: Any, *, user: Any) -> Revision:
    """Publish the newest version as a person in the admin would; the revision says whether it waits for a time.

    Raises :class:`LockedRecord`, :class:`PublishRefused` or ``ValidationError``, each in words, and changes nothing.
    """
    row = type(record)._base_manager.select_for_update().get(pk=record.pk)
    if row.withdrawn_at is not None:
        raise WithdrawnError(_("This record was withdrawn. Restore it before it is published again."))
    lock = row.get_lock()
    if lock is not None and lock.for_user(user):
        raise LockedRecord(_("This record is locked."))
    revision = row.get_latest_revision() or row.save_revision(user=user)
    revision.as_object().full_clean()
    publish_revision(revision, user=user)
    revision.refresh_from_db()
    return revision


@transaction.atomic
def save_draft(record: Any, *, user: Any = None) -> Revision:
    """Store a new version that is not public yet."""
    if record.pk is None:
        record.live = False
        record.save()
    return record.save_revision(user=user, log_action=True)


@transaction.atomic
def publish_record(record: Any, *, user: Any = None) -> None:
    """Make the record as it stands in memory public (the import's and the demo's way)."""
    if record.pk is None and user is None:
        _publish_new(record)
        return
    revision = save_draft(record, user=user)
    publish_revision(revision, user=user, skip_permission_checks=user is None)
    record.refresh_from_db()


def _publish_new(record: Any) -> None:
    """The same end as draft, then publish, in one write: an import makes thousands of records."""
    if gaps := publish_gaps(record):
        raise PublishRefused(" ".join(gaps))
    now = timezone.now()
    record.live, record.has_unpublished_changes = True, False
    record.first_published_at = record.last_published_at = now
    # The database checks its constraints itself; asking it before each row doubles the time.
    record.full_clean(exclude={"code"} if not record.code else None, validate_constraints=False)
    record.save()
    revision = Revision.objects.create(
        content_object=record,
        base_content_type=record.get_base_content_type(),
        content=record.serializable_data(),
        object_str=str(record),
    )
    record.latest_revision = record.live_revision = revision
    rows = type(record)._base_manager.filter(pk=record.pk)
    rows.update(latest_revision=revision, live_revision=revision)
    published.send(sender=type(record), instance=record, revision=revision)
    log(instance=record, action="wagtail.publish", revision=revision, content_changed=True)


@transaction.atomic
def unpublish_record(record: Any, *, user: Any = None) -> None:
    """Take a record from the public for now; its code answers 404 until it returns."""
    record.unpublish(user=user)


@transaction.atomic
def withdraw_record(record: Any, *, user: Any = None, reason: str = "") -> None:
    """Take a record from the public for good; its code answers 410."""
    row = type(record)._base_manager.select_for_update().get(pk=record.pk)
    row.withdraw_now()
    row.save()
    row.unpublish(user=user)
    log(instance=row, action="centre.withdraw", user=user, data={"reason": reason})
    record.refresh_from_db()


@transaction.atomic
def restore_record(record: Any, *, user: Any = None) -> None:
    """Bring a withdrawn record back as an unpublished one; publishing it is another step."""
    row = type(record)._base_manager.select_for_update().get(pk=record.pk)
    row.withdrawn_at = None
    row.save()
    log(instance=row, action="centre.restore", user=user)
    record.refresh_from_db()


@transaction.atomic
def change_live_facts(record: Any, *, user: Any = None, **facts: Any) -> None:
    """Change facts of a record at once, outside drafts, with a log entry of old and new.

    Raises :class:`FactError` for a name that is no live fact of this record.
    """
    unknown = [name for name in facts if name not in record.live_facts or name == "code"]
    if unknown:
        raise FactError(f"{', '.join(unknown)}: not a live fact of {type(record).__name__}")
    row = type(record)._base_manager.select_for_update().get(pk=record.pk)
    before = {name: getattr(row, name) for name in facts}
    changed = {name: value for name, value in facts.items() if before[name] != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    data = {name: {"old": _plain(before[name]), "new": _plain(value)} for name, value in changed.items()}
    log(instance=row, action="centre.facts", user=user, data=data)
    record.copy_live_facts(row)


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    return value if value is None or isinstance(value, bool | int) else str(value)


@transaction.atomic
def submit_for_review(record: Any, *, user: Any) -> Any:
    """Start the centre's workflow on the newest version."""
    workflow = record.get_workflow()
    if workflow is None:
        raise PermissionDenied("No workflow is set up for these records.")
    return workflow.start(record, user)


@transaction.atomic
def reject(record: Any, *, user: Any, reason: str) -> None:
    """Send the newest version back with a reason in words."""
    state = record.current_workflow_task_state
    if state is None:
        raise PermissionDenied("This record is not waiting for review.")
    state.reject(user=user, comment=reason)


@transaction.atomic
def approve(record: Any, *, user: Any, comment: str = "") -> None:
    """Approve the newest version; the last approval publishes it."""
    state = record.current_workflow_task_state
    if state is None:
        raise PermissionDenied("This record is not waiting for review.")
    state.approve(user=user, comment=comment)
