"""Surfaces, one module a family: each function paints a form with a material."""
