"""A stand-in for AWS on a laptop: the moto server, corrected and extended where this platform needs it."""

from . import settings

settings.before_moto()
