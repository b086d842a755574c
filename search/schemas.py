"""What the API takes and gives: the shapes that ``/api/v1/openapi.json`` describes."""

from typing import Annotated, Any, Literal, get_args

from ninja import Field, Schema
from pydantic import ValidationInfo, field_validator

from search.documents import PAGE_SIZE

Language = Literal["vi", "en"]
#: None named: all of them.
AnyKind = Literal["", "product", "village", "artisan", "exhibition", "event", "story", "glossary"]
#: What a result can be.
Kind = Annotated[str, Field(json_schema_extra={"enum": [kind for kind in get_args(AnyKind) if kind]})]
MOST_ON_A_PAGE = 100


class Words(Schema):
    """The parameters of both questions."""

    q: str = Field("", description="What is looked for, with or without Vietnamese marks; 200 characters count.")
    lang: Language = Field("vi", description="Language of names, labels, addresses and messages.")

    @field_validator("*", mode="before")
    @classmethod
    def empty_is_not_given(cls, value: Any, info: ValidationInfo) -> Any:
        """``?type=&page=`` are fields that a form left empty."""
        return cls.model_fields[info.field_name or ""].default if value == "" else value


class Question(Words):
    """The parameters of a search; facets are named by the site's own vocabulary and read beside them."""

    type: AnyKind = Field("", description="One kind of thing; all kinds when empty.")
    page: int = Field(1, ge=1, description="Which page of the results.")
    page_size: int = Field(PAGE_SIZE, ge=1, le=MOST_ON_A_PAGE, description="How many results a page has.")


class Result(Schema):
    """One result."""

    type: Kind
    code: str = Field(description="Never changes; of a product, village or artisan `/p/<code>` leads to its page.")
    name: str = Field(description="In the language asked; in Vietnamese where nobody has translated it.")
    name_vi: str
    url: str = Field(description="Path of the page in the language asked.")
    score: float = Field(description="Compares the results of one question; higher is better.")


class FacetValue(Schema):
    """A value of a facet, counted as if it were the only one chosen in its facet."""

    key: str
    label: str
    count: int
    selected: bool


class SearchAnswer(Schema):
    """A page of results, and how they can be narrowed."""

    total: int
    results: list[Result]
    facets: dict[str, list[FacetValue]] = Field(description="By the facet's name, which is the parameter to narrow by.")
    did_you_mean: str | None = Field(
        description="The spelling that was searched instead of what was typed, or one that would find better."
    )


class Suggestion(Schema):
    """One suggestion."""

    type: Kind
    code: str
    name: str
    name_vi: str
    url: str
    detail: str = Field(description="What tells it from others of the same name: maker, village, place or meaning.")


class SuggestionGroup(Schema):
    """Suggestions of one kind."""

    type: Kind
    label: str = Field(description="The kind's name in the language asked.")
    results: list[Suggestion]


class SuggestAnswer(Schema):
    """Suggestions by kind, the kind with the best one first."""

    q: str
    groups: list[SuggestionGroup]


class Fault(Schema):
    """A parameter that cannot be read."""

    parameter: str
    message: str


class Problem(Schema):
    """What is wrong with a question (RFC 9457), in its language."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Fault] = []
