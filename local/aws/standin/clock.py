"""Times in the forms that the services use."""

from datetime import datetime, timezone
from typing import Any


def utc_now() -> datetime:
    """Now, in UTC and without a time zone, as moto keeps times."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


def parse_utc(text: str) -> datetime:
    """An ISO 8601 time as moto keeps it; one without a zone is in UTC."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment.astimezone(timezone.utc).replace(tzinfo=None) if moment.tzinfo else moment


def manifest_text(moment: datetime | None) -> str | None:
    """As in the JSON files beside an export: Nov 20, 2026, 6:59:28 PM."""
    if moment is None:
        return None
    return f"{moment:%b} {moment.day}, {moment:%Y}, {moment.hour % 12 or 12}:{moment:%M:%S %p}"


def time_text(moment: datetime) -> str:
    """As in 2026-11-20T18:59:28.123Z."""
    utc = moment.astimezone(timezone.utc) if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def make_times_text(value: Any) -> None:
    """Turns every datetime inside into ISO 8601 text, in place: such values are not JSON."""
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        if isinstance(item, datetime):
            value[key] = time_text(item)
        elif isinstance(item, (dict, list)):
            make_times_text(item)
