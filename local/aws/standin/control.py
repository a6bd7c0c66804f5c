"""The stand-in's own paths, below /standin/: health, faults, and what only the outside world does on AWS."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from . import events, export_data, faults, settings, snapshots

Application = Callable[[dict[str, Any], Callable], Iterable[bytes]]


class Control:
    """Answers /standin/ itself and hands everything else on."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith("/standin/"):
            return self._application(environ, start_response)
        status, body = _answer(environ["REQUEST_METHOD"], path, environ)
        data = json.dumps(body, default=str).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(data)))])
        return [data]


def _answer(method: str, path: str, environ: dict[str, Any]) -> tuple[str, Any]:
    action = _ACTIONS.get((method, path))
    if action is None:
        known = ", ".join(f"{verb} {where}" for verb, where in sorted(_ACTIONS))
        return "404 Not Found", {"error": f"nothing at {method} {path}; there is {known}"}
    try:
        return "200 OK", action(_body(environ) if method == "PUT" else None)
    except (KeyError, TypeError, ValueError) as error:
        text = f"missing {error}" if isinstance(error, KeyError) else str(error)
        return "400 Bad Request", {"error": text}


def _body(environ: dict[str, Any]) -> Any:
    return json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))


def _health(_: Any) -> Any:
    return {
        "status": "ok",
        "endpoint": settings.endpoint(),
        "account": settings.account(),
        "engine": settings.engine_url(),
        "exportData": export_data.folder_text(),
    }


def _clear_faults(_: Any) -> Any:
    faults.clear()
    return {}


def _put_snapshots(given: Any) -> Any:
    wanted = given if isinstance(given, list) else [given]
    return [snapshots.put(one) for one in wanted]


_ACTIONS: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("GET", "/standin/health"): _health,
    ("GET", "/standin/faults"): lambda _: faults.show(),
    ("PUT", "/standin/faults"): faults.merge,
    ("DELETE", "/standin/faults"): _clear_faults,
    ("GET", "/standin/export-data"): lambda _: {"path": export_data.folder_text()},
    ("PUT", "/standin/export-data"): lambda given: {"path": export_data.use(given["path"])},
    ("PUT", "/standin/snapshots"): _put_snapshots,
    ("GET", "/standin/notifications"): lambda _: events.notifications(),
}
