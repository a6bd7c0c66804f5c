"""The SQL engine behind Athena: a client of Trino's HTTP protocol, standard library only."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from . import settings

_CATALOG = "awsdatacatalog"
_BUSY = (502, 503, 504)


class EngineError(Exception):
    """Why a statement failed, in the engine's words."""


@dataclass
class Result:
    """What a statement gave back."""

    columns: list[dict[str, str]] = field(default_factory=list)
    rows: list[list[Any]] = field(default_factory=list)
    statistics: dict[str, Any] = field(default_factory=dict)
    update_type: str | None = None


def run(sql: str, schema: str, parameters: list[str] | None, cancelled: Callable[[], bool]) -> Result:
    """Runs one statement to its end; parameters are SQL literals, as Athena takes them."""
    headers = {
        "X-Trino-User": "athena",
        "X-Trino-Catalog": _CATALOG,
        "X-Trino-Schema": schema,
        "X-Trino-Time-Zone": "UTC",
        "X-Trino-Source": "standin",
    }
    if parameters:
        headers["X-Trino-Prepared-Statement"] = "athena_statement=" + urllib.parse.quote(sql)
        sql = "EXECUTE athena_statement USING " + ", ".join(parameters)

    result = Result()
    answer = _call(_base() + "/v1/statement", headers, "POST", sql.encode())
    while True:
        result.columns = answer.get("columns") or result.columns
        result.rows.extend(answer.get("data") or [])
        result.statistics = answer.get("stats", result.statistics)
        result.update_type = answer.get("updateType", result.update_type)
        if answer.get("error"):
            raise EngineError(f"{answer['error'].get('errorName')}: {answer['error'].get('message')}")
        if "nextUri" not in answer:
            return result
        if cancelled():
            _call(answer["nextUri"], headers, "DELETE")
            return Result(statistics=result.statistics)
        answer = _call(answer["nextUri"], headers, "GET")


def _base() -> str:
    url = settings.engine_url()
    if not url:
        raise EngineError("GENERIC_INTERNAL_ERROR: no SQL engine: STANDIN_ENGINE_URL is not set")
    return url.rstrip("/")


def _call(url: str, headers: dict[str, str], method: str, data: bytes | None = None) -> dict[str, Any]:
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    for _ in range(20):
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                body = reply.read()
                return json.loads(body) if body else {}
        except urllib.error.HTTPError as error:
            if error.code not in _BUSY:
                text = error.read().decode(errors="replace")[:300]
                raise EngineError(f"GENERIC_INTERNAL_ERROR: engine answered HTTP {error.code}: {text}") from error
            time.sleep(0.1)
        except OSError as error:
            raise EngineError(f"GENERIC_INTERNAL_ERROR: no SQL engine at {url}: {error}") from error
    raise EngineError(f"GENERIC_INTERNAL_ERROR: the SQL engine at {url} stays unavailable")
