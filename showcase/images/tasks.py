"""Work on pictures that no request waits for."""

from django_tasks import task

from showcase.images.models import CentreImage


@task()
def make_renditions(pk: int) -> int:
    """Make the listed sizes of a picture; returns how many were made."""
    from showcase.images.rendering import make_missing

    image = CentreImage.objects.filter(pk=pk).first()
    return make_missing(image) if image is not None else 0
