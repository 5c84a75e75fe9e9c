"""Recipes that train the language pipelines shipped in ``kg/pipelines``."""
