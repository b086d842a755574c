from typing import Any

from django.db import migrations, models


def forget_bodies(apps: Any, schema_editor: Any) -> None:
    """Pages are made again by their next visitors."""
    apps.get_model("core", "RenderedBody").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0002_rendered")]

    operations = [
        migrations.RunPython(forget_bodies, migrations.RunPython.noop),
        migrations.AddField("renderedbody", "stamp", models.CharField(default="", max_length=32)),
        migrations.AddField("renderedcard", "stamp", models.CharField(default="", max_length=32)),
    ]
