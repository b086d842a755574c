"""Who can be reached how, and who signs in as whom."""

from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from showcase.accounts.fields import normalise_phone
from showcase.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 345 678", "+84912345678"),
        ("0912.345.678", "+84912345678"),
        ("+84 912-345-678", "+84912345678"),
        ("84912345678", "+84912345678"),
        ("(024) 3826 2345", "+842438262345"),
        ("+33 6 12 34 56 78", "+33612345678"),
    ],
)
def test_a_telephone_number_has_one_form(typed: str, kept: str) -> None:
    assert normalise_phone(typed) == kept


@pytest.mark.parametrize("typed", ["12345", "abc", "u0912345678", "0912 345 678 ext 5", "0912345678; drop", "+84"])
def test_what_is_no_telephone_number_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as caught:
        normalise_phone(typed)
    assert caught.value.code == "invalid_phone"


def test_a_user_needs_neither_username_nor_email_nor_telephone() -> None:
    first, second = User.objects.create_user(), User.objects.create(first_name="Ngọc", email="", phone="")
    assert (first.email, first.phone, second.email, second.phone) == (None, None, None, None)
    assert first.username != second.username
    assert first.username[0] == "u"
    assert len(first.username) == 13
    assert first.language == "vi"


def test_email_is_kept_in_lower_case_and_found_in_any() -> None:
    user = User.objects.create_user(email="Ngoc.LE@Example.VN")
    assert user.email == "ngoc.le@example.vn"
    assert User.objects.get(email="NGOC.le@example.vn") == user


def test_bulk_created_users_are_normalised_too() -> None:
    User.objects.bulk_create([User(username="a", email="A@B.VN", phone="0912 345 678"), User(username="b", email="")])
    assert list(User.objects.order_by("username").values_list("email", "phone")) == [
        ("a@b.vn", "+84912345678"),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"email": "a@b.vn"}, {"email": "A@B.vn"}),
        ({"phone": "0912345678"}, {"phone": "+84 912 345 678"}),
        ({"username": "ngoc"}, {"username": "ngoc"}),
    ],
)
def test_two_users_cannot_be_reached_the_same_way(first: dict[str, str], second: dict[str, str]) -> None:
    User.objects.create_user(**first)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(**second)
    with pytest.raises(ValidationError) as caught:
        User(password="x", **second).full_clean()
    assert list(caught.value.message_dict) == list(second)


def test_the_database_itself_refuses_another_case_and_empty_text() -> None:
    User.objects.create_user(username="a", email="a@b.vn")
    user = User.objects.create_user(username="b")
    for assignment in ("email = 'A@B.VN'", "email = ''", "phone = ''", "username = ''"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE accounts_user SET {assignment} WHERE id = %s", [user.pk])


@pytest.mark.parametrize("username", ["a@b.vn", "0912345678", "+84912345678", "tên", "a b", ".a"])
def test_a_username_cannot_look_like_an_address_or_a_number(username: str) -> None:
    with pytest.raises(ValidationError) as caught:
        User(username=username, password="x").full_clean()
    assert list(caught.value.message_dict) == ["username"]


@pytest.mark.parametrize("typed", ["ngoc", "NGOC@b.vn", "ngoc@b.vn", "0912 345 678", "+84912345678"])
def test_people_sign_in_by_username_email_or_telephone(typed: str) -> None:
    user = User.objects.create_user("ngoc", "ngoc@b.vn", "right", phone="0912345678")
    assert authenticate(username=typed, password="right") == user
    assert authenticate(username=typed, password="wrong") is None


def test_nobody_signs_in_without_a_password_or_when_inactive() -> None:
    User.objects.create_user("ngoc", "ngoc@b.vn")
    User.objects.create_user("left", "left@b.vn", "right", is_active=False)
    for username, password in (("ngoc", ""), ("ngoc", None), ("", ""), (None, "x"), ("left", "right")):
        assert authenticate(username=username, password=password) is None


def test_createsuperuser_needs_a_username_only() -> None:
    call_command("createsuperuser", "--noinput", "--username=keeper", verbosity=0)
    assert User.objects.get(is_superuser=True).email is None


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("keeper", password="x"))
    return client


def account(**changes: Any) -> dict[str, Any]:
    password = "mot-mat-khau-dai-4711"
    return {
        "username": "",
        "email": "",
        "first_name": "Ngọc",
        "last_name": "",
        "phone": "0912 345 678",
        "language": "vi",
        "password1": password,
        "password2": password,
        **changes,
    }


def test_staff_add_somebody_with_a_name_and_a_telephone_only(admin: Client) -> None:
    page = admin.get(reverse("wagtailusers_users:add")).content.decode()
    assert 'name="phone"' in page
    assert 'name="language"' in page
    response = admin.post(reverse("wagtailusers_users:add"), account())
    assert response.status_code == 302
    user = User.objects.get(phone="+84912345678")
    assert (user.first_name, user.email, user.username[0]) == ("Ngọc", None, "u")
    assert user.check_password("mot-mat-khau-dai-4711")
    second = admin.post(reverse("wagtailusers_users:add"), account(phone="", email=""))
    assert second.status_code == 302
    assert User.objects.count() == 3


def test_staff_change_somebody_and_an_emptied_username_stays(admin: Client) -> None:
    user = User.objects.create_user("ngoc", first_name="Ngọc")
    url = reverse("wagtailusers_users:edit", args=[user.pk])
    changes = account(email="Ngoc@B.vn", language="en", is_active="on", password1="", password2="")
    assert admin.post(url, changes).status_code == 302
    user.refresh_from_db()
    assert (user.username, user.email, user.phone, user.language) == ("ngoc", "ngoc@b.vn", "+84912345678", "en")


def test_a_taken_or_wrong_number_is_refused_beside_its_field(admin: Client) -> None:
    User.objects.create_user(phone="0912345678")
    for phone in ("+84 912 345 678", "12"):
        response = admin.post(reverse("wagtailusers_users:add"), account(phone=phone))
        assert response.status_code == 200
        assert list(response.context["form"].errors) == ["phone"]
    assert User.objects.count() == 2
