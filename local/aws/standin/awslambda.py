"""Lambda: an invocation runs the deployed code. moto wants Docker for that."""

import base64
import copy
import json
import threading
import urllib.parse
import uuid

from moto.awslambda.models import LambdaBackend, LambdaFunction
from moto.awslambda.responses import LambdaResponse

from . import functions
from .jvm import Answer
from .patching import replaces

_LARGEST_PAYLOAD = 6291556
_KEPT = ("DeadLetterConfig", "KMSKeyArn", "LoggingConfig", "SnapStart")
_STATUS = {"Event": 202, "DryRun": 204}


@replaces(LambdaFunction, "__init__")
def new_function(original, self, account_id, spec, *args, **kwargs):
    """moto forgets these settings, so every second plan would change them."""
    self.kept = {name: spec[name] for name in _KEPT if spec.get(name)}
    original(self, account_id, spec, *args, **kwargs)
    _use_log_group(self)


@replaces(LambdaFunction)
def update_configuration(original, self, config_updates):
    """As at creation."""
    self.kept.update({name: config_updates[name] for name in _KEPT if config_updates.get(name)})
    _use_log_group(self)
    return original(self, config_updates)


@replaces(LambdaFunction)
def get_configuration(original, self, on_create=False):
    """As at creation."""
    shown = {**original(self, on_create), **copy.deepcopy(self.kept)}
    shown["LoggingConfig"] = {
        "LogFormat": "Text",
        "LogGroup": self.logs_group_name,
        **(self.kept.get("LoggingConfig") or {}),
    }
    if shown["SnapStart"].get("ApplyOn") == "PublishedVersions":
        shown["SnapStart"]["OptimizationStatus"] = "Off" if str(self.version) == "$LATEST" else "On"
    return shown


@replaces(LambdaBackend)
def delete_function(original, self, function_name, qualifier=None):
    """Ends the process of deleted code."""
    function = self.get_function(function_name, qualifier)
    original(self, function_name, qualifier)
    functions.stop(function.function_arn)


@replaces(LambdaFunction)
def invoke(original, self, body, request_headers, response_headers):
    """moto starts a container. FunctionError is Unhandled whatever the handler throws, as the runtimes report it."""
    event = (body.encode() if isinstance(body, str) else body) or b"{}"
    headers = {name.lower(): value for name, value in dict(request_headers or {}).items()}
    kind = headers.get("x-amz-invocation-type", "RequestResponse")
    response_headers["x-amz-executed-version"] = str(self.version)
    if kind == "DryRun":
        return b""
    if kind == "Event":
        threading.Thread(target=_run, args=(self, event), daemon=True, name=f"event-{self.function_name}").start()
        return b""
    answer = _run(self, event)
    if answer.failed:
        response_headers["x-amz-function-error"] = "Unhandled"
    response_headers["x-amz-log-result"] = base64.b64encode(answer.log.encode()[-4096:]).decode("ascii")
    return answer.payload


@replaces(LambdaResponse, "invoke")
def respond(original, self):
    """moto looks for "qualifier" in the query string and in the payload, so no alias is honoured and a payload that is
    not a JSON object ends in an error 500.
    """
    headers: dict[str, str] = {}
    name = urllib.parse.unquote(self.path.rsplit("/", 2)[-2])
    qualifier = (self.querystring.get("Qualifier") or [None])[0]
    payload = self.backend.invoke(name, qualifier, self.body, self.headers, headers)
    headers["content-type"] = "application/json"
    if self.headers.get("X-Amz-Log-Type") != "Tail":
        headers.pop("x-amz-log-result", None)
    if len(payload) > _LARGEST_PAYLOAD:
        text = f"Response payload size exceeded maximum allowed payload size ({_LARGEST_PAYLOAD} bytes)."
        payload = json.dumps({"errorType": "Function.ResponseSizeTooLarge", "errorMessage": text}).encode()
        headers["x-amz-function-error"] = "Unhandled"
    headers["Content-Length"] = str(len(payload))
    status = _STATUS.get(self.headers.get("X-Amz-Invocation-Type", "RequestResponse"), 200)
    headers["status"] = str(status)
    return status, headers, payload


def _use_log_group(function: LambdaFunction) -> None:
    configured = (function.kept.get("LoggingConfig") or {}).get("LogGroup")
    if configured:
        function.logs_group_name = configured


def _run(function: LambdaFunction, event: bytes) -> Answer:
    request_id = str(uuid.uuid4())
    answer = functions.invoke(function, event, request_id)
    function.logs_backend.ensure_log_group(function.logs_group_name)
    first = f"START RequestId: {request_id} Version: {function.version}"
    function.save_logs(f"{first}\n{answer.log}\nEND RequestId: {request_id}")
    return answer
