"""Staff who translate and do nothing else: every other field of a form is shown to them and stays as it is."""

from typing import Any


def only_translates(model: Any, user: Any) -> bool:
    """Whether this user may change rows of the model but neither add nor publish them.

    These rights are what the set-up gives to translators; a group of the centre's own with the same rights is
    treated alike.
    """
    if user is None or user.is_superuser:
        return False
    meta = model._meta
    return not any(user.has_perm(f"{meta.app_label}.{action}_{meta.model_name}") for action in ("add", "publish"))


def keep_to_translations(form: Any) -> None:
    """Disable all fields but the translations, in the form and in its children: what is posted there is not read."""
    _disable(form, {"translations"})
    for formset in getattr(form, "formsets", {}).values():
        # As many rows as there are: none is added, removed or moved.
        formset.extra = 0
        formset.max_num = formset.absolute_max = len(formset.get_queryset())
        for child in formset.forms:
            _disable(child, {"translations", child._meta.model._meta.pk.name})


def _disable(form: Any, but: set[str]) -> None:
    for name in set(form.fields) - but:
        form.fields[name].disabled = True
