"""Panels' wishes to services and back: the only rooms that know both."""
