"""Wagtail's views of pictures where ours are stricter."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.images.views.images import DeleteView
from wagtail.images.views.multiple import DeleteView as DeleteUploadedView
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from showcase.images.models import CentreImage
from showcase.images.usage import IN_USE, is_in_use


def preview(request: HttpRequest, image_id: int, filter_spec: str) -> HttpResponse:
    """A listed size of a picture, for those who may edit it. Wagtail's own makes any size in the site's process."""
    image = get_object_or_404(CentreImage, pk=image_id)
    policy = policy_registry.get_by_type(CentreImage)
    if not policy.user_has_permission_for_instance(request.user, "change", image):
        raise PermissionDenied
    try:
        return redirect(image.get_rendition(filter_spec).url)
    except (InvalidFilterSpecError, SourceImageIOError) as error:
        raise Http404 from error


def avatar(request: HttpRequest, user_id: int) -> FileResponse:
    """A staff member's own picture, for staff: it lies beside the originals, which no web server gives away."""
    profile = get_object_or_404(UserProfile.objects.exclude(avatar=""), user_id=user_id)
    try:
        file = profile.avatar.open("rb")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="image/jpeg" if profile.avatar.name.endswith(".jpg") else None)
    response["Cache-Control"] = "private, max-age=3600"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


class ProtectedDeleteView(DeleteView):
    """Deletes a picture that nothing shows; says in words where the others are shown."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if is_in_use(self.object):
            context["is_protected"] = True
            messages.warning(self.request, IN_USE % {"picture": self.object.title})
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        if is_in_use(self.object):
            messages.error(self.request, IN_USE % {"picture": self.object.title})
            return redirect("wagtailimages:image_usage", self.object.pk)
        response: HttpResponse = super().form_valid(form)
        return response


class ProtectedDeleteUploadedView(DeleteUploadedView):
    """The same from the page where many pictures are uploaded."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        image = get_object_or_404(CentreImage, pk=kwargs[self.pk_url_kwarg])
        if is_in_use(image):
            return JsonResponse({"success": False, "error": str(IN_USE % {"picture": image.title})}, status=409)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response
