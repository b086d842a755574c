"""The site's style sheets: many short files to read and write, one file for a visitor to fetch."""

from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

#: In their order; `css/<name>.css`. What is printed has a file of its own, which nobody waits for.
SHEETS = (
    "tokens",
    "base",
    "layout",
    "components-frame",
    "components-suggest",
    "components-foot",
    "components-cards",
    "components-patterns",
    "components-records",
    "components-villages",
    "components-listing",
    "components-home",
    "components-stories",
    "components-told",
    "components-kept",
    "components-widths",
    "utilities",
)
TOGETHER = "css/site.css"


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """As WhiteNoise's, with the site's style sheets put together in one when static files are collected."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            texts = []
            for name in SHEETS:
                with self.open(f"css/{name}.css") as file:
                    texts.append(file.read().decode())
            if self.exists(TOGETHER):
                self.delete(TOGETHER)
            self.save(TOGETHER, ContentFile("\n".join(texts).encode()))
            paths = {**paths, TOGETHER: (self, TOGETHER)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def stylesheet_urls() -> list[str]:
    """The addresses a page links: one of files that were collected, else (in development) each for itself."""
    if isinstance(staticfiles_storage, BundlingStorage):
        return [staticfiles_storage.url(TOGETHER)]
    return [staticfiles_storage.url(f"css/{name}.css") for name in SHEETS]
