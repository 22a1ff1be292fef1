"""The editors' screens of agreements and spheres, one file per desk."""

from . import agreement, parts, sphere

__all__ = ["agreement", "parts", "sphere"]
