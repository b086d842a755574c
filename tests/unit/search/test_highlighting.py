from django.utils.safestring import SafeString, mark_safe

from search.highlighting import highlighted


def card(name: str) -> SafeString:
    return mark_safe(f'<article><h3 class="card__name"><a href="/kham/">{name}</a></h3><p>khảm trai</p></article>')


def marked(name: str, text: str) -> str:
    (html,) = highlighted([card(name)], text)
    assert isinstance(html, SafeString)
    return html.split('href="/kham/">')[1].split("</a>")[0]


def test_words_are_marked_however_typed_and_only_in_the_name() -> None:
    assert marked("Khay khảm trai", "kham trai") == "Khay <mark>khảm</mark> <mark>trai</mark>"
    assert marked("Conical hats", "conic HAT") == "<mark>Conical</mark> <mark>hats</mark>"
    assert highlighted([card("Khay")], "kham") == [card("Khay")]


def test_short_words_are_marked_whole_only() -> None:
    assert marked("Nón lá lụa", "la") == "Nón <mark>lá</mark> lụa"


def test_what_is_escaped_stays_so() -> None:
    assert marked("R&amp;D &lt;b&gt; &#x27;gt&#x27;", "amp lt x27 gt b <b>") == (
        "R&amp;D &lt;<mark>b</mark>&gt; &#x27;<mark>gt</mark>&#x27;"
    )
