"""The two homes, the index pages, the site."""

from django.conf import settings
from wagtail.models import Locale, Page, Site

from showcase.core.models import BasePage
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.core.routes import WORDS
from showcase.pages.models import CentreSettings, EventIndexPage, ExhibitionIndexPage, HomePage, StoryIndexPage
from showcase.pages.setup.standing import make_english, make_standing_pages

HOME_TITLE = {"vi": "Trang chủ", "en": "Home"}
HOME_INTRO = {
    "vi": "Nơi các làng nghề phía nam Hà Nội giới thiệu người làm, sản phẩm và cách làm.",
    "en": "The craft villages of southern Hà Nội: the makers, their work, and how it is made.",
}
# Index pages that every centre has: section of the address → type, titles.
SECTIONS: dict[str, tuple[type[BasePage], dict[str, str]]] = {
    "exhibitions": (ExhibitionIndexPage, {"vi": "Triển lãm", "en": "Exhibitions"}),
    "events": (EventIndexPage, {"vi": "Sự kiện", "en": "Events"}),
    "stories": (StoryIndexPage, {"vi": "Chuyện làng", "en": "Stories"}),
}


def set_up_pages() -> None:
    """Make the languages, and on a new site its home and standing pages; what is there is left to people."""
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    if not HomePage.objects.filter(locale__language_code=SOURCE_LANGUAGE).exists():
        home = _make_home()
        make_english(home, HOME_TITLE["en"], "home", intro=HOME_INTRO["en"])
        for section, (model, titles) in SECTIONS.items():
            make_english(_make_index(home, model, titles["vi"], section), titles["en"], WORDS[section]["en"])
        make_standing_pages(home)
    CentreSettings.load()


def _make_index(home: HomePage, model: type[BasePage], title: str, section: str) -> BasePage:
    home.refresh_from_db()
    index = model(title=title, slug=WORDS[section]["vi"], locale=home.locale, show_in_menus=True)
    home.add_child(instance=index)
    index.save_revision().publish()
    return index


def _make_home() -> HomePage:
    vietnamese = Locale.objects.get(language_code="vi")
    root = Page.objects.get(depth=1)
    home = HomePage(title=HOME_TITLE["vi"], intro=HOME_INTRO["vi"], slug="trang-chu", locale=vietnamese)
    root.add_child(instance=home)
    host = settings.SITE_URL.split("//", 1)[-1].split("/", 1)[0].split(":")[0]
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    stock = site.root_page if site.pk else None
    site.hostname, site.root_page = host or "localhost", home
    site.port, site.site_name = _port(), "Trung tâm"
    site.save()
    if stock is not None and type(stock.specific) is Page:
        stock.delete()
    home.save_revision().publish()
    return home


def _port() -> int:
    tail = settings.SITE_URL.rsplit(":", 1)[-1].strip("/")
    if tail.isdigit():
        return int(tail)
    return 443 if settings.SITE_URL.startswith("https") else 80
