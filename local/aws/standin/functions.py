"""Which code answers for a Lambda function: its deployed archive in a JVM, or a Python stand-in of a test."""

import json
import threading
from collections.abc import Callable
from typing import Any

from moto.sts.models import sts_backends

from . import settings
from .jvm import Answer, Code, JvmFunction, environment
from .runtime_api import Invocation

Handler = Callable[[Any], Any]

_lock = threading.Lock()
_running: dict[str, JvmFunction] = {}
_handlers: dict[str, Handler] = {}


def use_handler(function_name: str, handler: Handler | None) -> None:
    """From now on this Python function answers for every deployed function of that name; None ends it."""
    if handler is None:
        _handlers.pop(function_name, None)
    else:
        _handlers[function_name] = handler


def invoke(function: Any, event: bytes, request_id: str) -> Answer:
    handler = _handlers.get(function.function_name)
    if handler is not None:
        return _call(handler, event)
    invocation = Invocation(event, function.function_arn, float(function.timeout or 3), request_id)
    try:
        running = _jvm(function)
    except OSError as error:
        return _failed("Runtime.ExitError", str(error))
    return running.invoke(invocation)


def stop(function_arn: str) -> None:
    """Ends the function's process, if it has one."""
    with _lock:
        running = _running.pop(function_arn, None)
    if running is not None:
        running.stop()


def stop_all() -> None:
    for function_arn in list(_running):
        stop(function_arn)


def _jvm(function: Any) -> JvmFunction:
    """The process of this very code and configuration; one of older code is replaced."""
    credentials = _credentials(function)
    code = Code(
        archive=function.code_bytes,
        handler=function.handler,
        memory_mb=int(function.memory_size),
        environment=environment(function, str(function.version), credentials),
    )
    with _lock:
        running = _running.get(function.function_arn)
        if running is not None and _same(running.code, code):
            return running
        if running is not None:
            running.stop()
        _running[function.function_arn] = JvmFunction(code)
        return _running[function.function_arn]


def _same(one: Code, other: Code) -> bool:
    """Each role session has its own credentials: they alone are no reason to start again."""

    def without_session(code: Code) -> Any:
        kept = [(name, value) for name, value in code.environment if name not in _CREDENTIALS]
        return code.archive, code.handler, code.memory_mb, kept

    return without_session(one) == without_session(other)


_CREDENTIALS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


def _credentials(function: Any) -> dict[str, str]:
    """Test credentials mean the default account; a function of another account gets a session of its role."""
    if function.account_id == settings.account():
        return {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    session = sts_backends[function.account_id]["aws"].assume_role(
        region_name=function.region,
        role_session_name=function.function_name,
        role_arn=function.role,
        policy=None,
        duration=3600,
        external_id=None,
    )
    values = (session.access_key_id, session.secret_access_key, session.session_token)
    return dict(zip(_CREDENTIALS, values))


def _call(handler: Handler, event: bytes) -> Answer:
    try:
        return Answer(json.dumps(handler(json.loads(event))).encode(), False, "")
    except Exception as error:  # noqa: BLE001 - whatever a test's handler raises is the function's error
        return _failed(type(error).__name__, str(error))


def _failed(kind: str, text: str) -> Answer:
    return Answer(json.dumps({"errorType": kind, "errorMessage": text}).encode(), True, text)
