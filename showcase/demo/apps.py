"""Demo content: a centre as it could open on Monday, with invented names."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "showcase.demo"
    label = "demo"
