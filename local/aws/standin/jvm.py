"""One warm process that runs a function's deployed code with AWS's own Java runtime interface client."""

import io
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import settings
from .runtime_api import Invocation, RuntimeApi

_MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
_INIT_SECONDS = 60
_SETTLE_SECONDS = 0.02
_TAIL_LINES = 10


@dataclass(frozen=True)
class Code:
    """What was deployed: the archive and how to call it."""

    archive: bytes
    handler: str
    memory_mb: int
    environment: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """What an invocation gave: failed means FunctionError Unhandled, with errorType and errorMessage in the payload."""

    payload: bytes
    failed: bool
    log: str


class JvmFunction:
    """Starts with the first event, keeps running, starts again after a crash or a timeout."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self._lock = threading.Lock()
        self._folder = Path(tempfile.mkdtemp(prefix="standin-lambda-"))
        self._class_path = _unpack(code.archive, self._folder)
        self._process: subprocess.Popen | None = None
        self._api: RuntimeApi | None = None
        self._lines: list[str] = []

    def invoke(self, invocation: Invocation) -> Answer:
        """One at a time; waiting for the turn does not count as the function's time."""
        with self._lock:
            try:
                self._ensure_running()
            except OSError as error:
                return self._failure(invocation, "Runtime.ExitError", f"cannot start the runtime: {error}", 0)
            first_line = len(self._lines)
            self._api.submit(invocation)
            if not invocation.taken.wait(_INIT_SECONDS):
                self._kill()
                return self._failure(
                    invocation, "Sandbox.Timedout", f"the runtime was not ready after {_INIT_SECONDS} s", first_line
                )
            if not invocation.done.wait(invocation.timeout_seconds):
                self._kill()
                text = f"Task timed out after {invocation.timeout_seconds:.2f} seconds"
                return self._failure(invocation, "Sandbox.Timedout", text, first_line)
            time.sleep(_SETTLE_SECONDS)  # the pipe of the log is slower than the answer
            return Answer(invocation.payload, invocation.failed, self._log(first_line))

    def stop(self) -> None:
        self._kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _failure(self, invocation: Invocation, kind: str, text: str, first_line: int) -> Answer:
        message = f"RequestId: {invocation.request_id} Error: {text}"
        payload = json.dumps({"errorType": kind, "errorMessage": message}).encode()
        return Answer(payload, True, self._log(first_line))

    def _log(self, first_line: int) -> str:
        return "\n".join(self._lines[first_line:])

    def _ensure_running(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self._kill()
        api = RuntimeApi()
        environment = {
            **dict(self.code.environment),
            "AWS_LAMBDA_RUNTIME_API": api.address,
            "LAMBDA_TASK_ROOT": str(self._folder),
            "_HANDLER": self.code.handler,
        }
        try:
            process = subprocess.Popen(
                [_java(), *_options(self.code.memory_mb), "-cp", self._class_path, _MAIN_CLASS, self.code.handler],
                cwd=self._folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
        except OSError:
            api.close()
            raise
        self._process, self._api = process, api
        threading.Thread(target=self._watch, args=(process, api), daemon=True, name="function-watch").start()

    def _watch(self, process: subprocess.Popen, api: RuntimeApi) -> None:
        """Reads the log to its end, which is the end of the process, and answers what is still open."""
        with process.stdout as lines:
            for line in lines:
                self._lines.append(line.rstrip("\n"))
        code = process.wait()
        tail = "\n".join(self._lines[-_TAIL_LINES:])
        exited = {"errorType": "Runtime.ExitError", "errorMessage": f"Runtime exited with exit code {code}: {tail}"}
        api.fail_all(api.init_error or json.dumps(exited).encode())

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._api is not None:
            self._api.close()
            self._api = None


def environment(function: Any, version: str, credentials: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The variables of the managed runtime, with the function's own; all services are at the stand-in."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "JAVA_HOME", "TMPDIR") if name in os.environ}
    given = {name: str(value) for name, value in function.environment_vars.items()}
    logging = function.get_configuration().get("LoggingConfig") or {}
    runtime = {
        "AWS_ENDPOINT_URL": settings.endpoint(),
        "AWS_REGION": function.region,
        "AWS_DEFAULT_REGION": function.region,
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{function.run_time}",
        "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        "AWS_LAMBDA_FUNCTION_VERSION": version,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_size),
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_LAMBDA_LOG_FORMAT": logging.get("LogFormat", "Text"),
        "AWS_LAMBDA_LOG_GROUP_NAME": function.logs_group_name,
        "AWS_LAMBDA_LOG_STREAM_NAME": f"standin/[{version}]",
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
        **credentials,
    }
    if logging.get("ApplicationLogLevel"):
        runtime["AWS_LAMBDA_LOG_LEVEL"] = logging["ApplicationLogLevel"]
    return tuple(sorted({**inherited, **given, **runtime}.items()))


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


def _options(memory_mb: int) -> list[str]:
    """Those of the managed runtime; the whole memory may become heap here, because nothing else counts it."""
    return [f"-Xmx{memory_mb}m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"]


def _unpack(archive: bytes, folder: Path) -> str:
    """The class path: the archive itself (Java reads classes from it), and the jars in its lib folder.

    On AWS the archive is unpacked to /var/task; a jar with thousands of classes starts faster packed.
    """
    client = settings.lambda_class_path()
    if not client:
        raise OSError("STANDIN_LAMBDA_RIC is not set: no runtime interface client to run a function with")
    jar = folder / "function.jar"
    jar.write_bytes(archive)
    with zipfile.ZipFile(io.BytesIO(archive)) as content:
        libraries = [name for name in content.namelist() if name.startswith("lib/") and name.endswith(".jar")]
        for name in libraries:
            content.extract(name, folder)
    return os.pathsep.join([str(jar), *(str(folder / name) for name in sorted(libraries)), client])
