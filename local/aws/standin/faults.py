"""Failures on request: what the next export, crawl, query, API call or state shall do wrong."""

import copy
import threading
from typing import Any

from botocore import xform_name
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, BaseResponse

from .patching import replaces

_lock = threading.Lock()
_current: dict[str, Any] = {}


class Refused(ServiceException):
    """A refusal in the words of the fault. Its own class, because moto asks an exception's module for its service."""


class UnknownFault(ValueError):
    """A fault that nothing in the stand-in would ever look at: a mistake in the test that sets it."""


def merge(given: dict[str, Any]) -> dict[str, Any]:
    """Adds to the present faults; a value of null takes one away."""
    for name, value in given.items():
        if name not in _CHECKS:
            raise UnknownFault(f"unknown fault '{name}'; known are {', '.join(sorted(_CHECKS))}")
        problem = None if value is None else _CHECKS[name](value)
        if problem:
            raise UnknownFault(f"fault '{name}' {problem}, but was {value!r}")
    with _lock:
        for name, value in given.items():
            if value is None:
                _current.pop(name, None)
            else:
                _current[name] = copy.deepcopy(value)
    return show()


def clear() -> None:
    with _lock:
        _current.clear()


def show() -> dict[str, Any]:
    with _lock:
        return copy.deepcopy(_current)


def export_outcome() -> tuple[str, str | None]:
    """(COMPLETE, None), (FAILED, why), (CANCELED, None) or (IN_PROGRESS, None)"""
    wanted = show().get("export")
    if wanted is None:
        return "COMPLETE", None
    return _status_and_text(wanted)


def skipped_tables() -> list[str]:
    """Tables that an export leaves out with a warning."""
    return _listed(show().get("exportSkipTable"))


def crawl_failure() -> str | None:
    wanted = show().get("crawler")
    return _status_and_text(wanted)[1] if wanted else None


def crawl_is_held() -> bool:
    return show().get("crawler") == "RUNNING"


def query_failure(sql: str) -> str | None:
    """Why a statement shall fail, if one of the faults means it."""
    return next((fault["reason"] for fault in _query_faults(sql) if "reason" in fault), None)


def query_is_held(sql: str) -> bool:
    return any(fault.get("status") == "RUNNING" for fault in _query_faults(sql))


def _query_faults(sql: str) -> list[dict[str, Any]]:
    return [fault for fault in _listed(show().get("athena")) if fault["contains"] in sql]


def call_failure(service: str, action: str) -> dict[str, Any] | None:
    """Takes one refusal of this API action, as long as there are some left."""
    with _lock:
        for fault in _listed(_current.get("sdk")):
            same = fault["service"].lower() == service.lower() and xform_name(fault["action"]) == xform_name(action)
            if same and fault.setdefault("times", 1) > 0:
                fault["times"] -= 1
                return fault
    return None


def state_failure(name: str, when: str, *, is_task: bool) -> dict[str, Any] | None:
    """Takes one failure of this state at this moment, as long as the state has some left. None for a state on hold."""
    with _lock:
        for fault in _state_faults(name, when, is_task):
            taken = fault.setdefault("taken", {})
            if "status" not in fault and taken.get(name, 0) < fault.get("times", 1):
                taken[name] = taken.get(name, 0) + 1
                return copy.deepcopy(fault)
    return None


def state_is_held(name: str, when: str, *, is_task: bool) -> bool:
    with _lock:
        held = [fault for fault in _state_faults(name, when, is_task) if "status" in fault]
        for fault in held:
            fault.setdefault("taken", {})[name] = 1
        return bool(held)


def _state_faults(name: str, when: str, is_task: bool) -> list[dict[str, Any]]:
    names = {name, "*"} if is_task else {name}
    faults = _listed(_current.get("state"))
    return [fault for fault in faults if fault["name"] in names and fault.get("when", "before") == when]


@replaces(BaseResponse)
def call_action(original, self):
    """The one place that the calls of every service but S3 pass: the fault "sdk" refuses them here."""
    fault = call_failure(self.boto3_service_name, self._get_action() or "")
    if fault is None:
        return original(self)
    message = fault.get("message") or f"{fault['error']} by a fault of the stand-in"
    status, headers, body = self.serialized(ActionResult(Refused(fault["error"], message)))
    headers, body = self._enrich_response({**headers, "status": status}, body)
    return status, headers, body


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _status_and_text(value: str) -> tuple[str, str | None]:
    status, _, text = value.partition(":")
    return status.strip(), text.strip() or None


def _check_export(value: Any) -> str | None:
    right = isinstance(value, str) and (value in ("CANCELED", "IN_PROGRESS") or _is_failed(value))
    return None if right else "must be 'FAILED: <cause>', 'CANCELED' or 'IN_PROGRESS'"


def _check_crawler(value: Any) -> str | None:
    right = isinstance(value, str) and (value == "RUNNING" or _is_failed(value))
    return None if right else "must be 'FAILED: <message>' or 'RUNNING'"


def _is_failed(value: str) -> bool:
    status, text = _status_and_text(value)
    return status == "FAILED" and bool(text)


def _check_tables(value: Any) -> str | None:
    right = bool(_listed(value)) and all(isinstance(name, str) and name for name in _listed(value))
    return None if right else "must be a table's name or a list of them"


def _check_keys(*wanted: str):
    def check(value: Any) -> str | None:
        given = _listed(value)
        right = bool(given) and all(isinstance(one, dict) and set(wanted) <= set(one) for one in given)
        return None if right else f"must be an object with {', '.join(wanted)}, or a list of such"

    return check


def _check_queries(value: Any) -> str | None:
    problem = _check_keys("contains")(value)
    if problem is None and not all(_is_query_fault(one) for one in _listed(value)):
        return "must have beside contains either a reason or the status RUNNING"
    return problem


def _is_query_fault(fault: dict[str, Any]) -> bool:
    return "reason" in fault if "status" not in fault else fault["status"] == "RUNNING" and "reason" not in fault


def _check_states(value: Any) -> str | None:
    problem = _check_keys("name")(value)
    if problem is None and not all(_is_state_fault(one) for one in _listed(value)):
        return (
            "must have beside name, and when it happens (before, after), either an error with cause and times or the"
            " status RUNNING; or of these only when: empty and times"
        )
    return problem


def _is_state_fault(fault: dict[str, Any]) -> bool:
    when, rest = fault.get("when", "before"), set(fault) - {"name", "when"}
    if not isinstance(fault.get("times", 1), int) or fault.get("times", 1) < 1:
        return False
    if when == "empty":
        return rest <= {"times"}
    if when not in ("before", "after"):
        return False
    if "status" in fault:
        return rest == {"status"} and fault["status"] == "RUNNING"
    return "error" in rest and rest <= {"error", "cause", "times"}


def _check_calls(value: Any) -> str | None:
    problem = _check_keys("service", "action", "error")(value)
    if problem is None and any(one["service"].lower() == "s3" for one in _listed(value)):
        return "cannot refuse calls of S3"
    return problem


_CHECKS = {
    "export": _check_export,
    "exportSkipTable": _check_tables,
    "crawler": _check_crawler,
    "athena": _check_queries,
    "sdk": _check_calls,
    "state": _check_states,
}
