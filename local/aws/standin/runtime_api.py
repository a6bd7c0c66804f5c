"""The Lambda Runtime API, version 2018-06-01: what a runtime asks for its next event and tells its answers."""

import json
import queue
import threading
import time
import uuid
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_ROOT = "/2018-06-01/runtime/"
_POLL_SECONDS = 0.5


@dataclass
class Invocation:
    """One event on its way through a runtime."""

    event: bytes
    function_arn: str
    timeout_seconds: float
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    taken: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)
    payload: bytes = b""
    failed: bool = False

    def finish(self, payload: bytes, failed: bool) -> None:
        """The first answer counts."""
        if not self.done.is_set():
            self.payload, self.failed = payload, failed
            self.taken.set()
            self.done.set()


class RuntimeApi:
    """Serves one process on a loopback port of its own."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Invocation] = queue.Queue()
        self._open: dict[str, Invocation] = {}
        self._closed = False
        self.init_error: bytes | None = None
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True, name="runtime-api").start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def submit(self, invocation: Invocation) -> None:
        self._open[invocation.request_id] = invocation
        self._waiting.put(invocation)

    def close(self) -> None:
        self._closed = True
        self._server.shutdown()
        self._server.server_close()

    def fail_all(self, payload: bytes) -> None:
        """The process is gone: nobody will answer what is still open."""
        for invocation in list(self._open.values()):
            invocation.finish(payload, failed=True)

    def next(self) -> Invocation | None:
        """Blocks until there is an event; None when the API closes first."""
        while not self._closed:
            try:
                invocation = self._waiting.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            if not invocation.done.is_set():
                invocation.taken.set()
                return invocation
        return None

    def answer(self, request_id: str, payload: bytes, failed: bool) -> bool:
        invocation = self._open.pop(request_id, None)
        if invocation is None:
            return False
        invocation.finish(payload, failed)
        return True


def _handler(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802 - the name that the base class calls
            invocation = api.next() if self.path == _ROOT + "invocation/next" else None
            if invocation is None:  # wrong path, or the end: who asked is gone
                self.close_connection = True
                return
            deadline = int((time.time() + invocation.timeout_seconds) * 1000)
            headers = {
                "Lambda-Runtime-Aws-Request-Id": invocation.request_id,
                "Lambda-Runtime-Deadline-Ms": str(deadline),
                "Lambda-Runtime-Invoked-Function-Arn": invocation.function_arn,
                "Lambda-Runtime-Trace-Id": f"Root=1-{int(time.time()):08x}-{uuid.uuid4().hex[:24]};Sampled=0",
                "Content-Type": "application/json",
            }
            self._reply(200, headers, invocation.event)

        def do_POST(self) -> None:  # noqa: N802
            body = self._body()
            parts = self.path.removeprefix(_ROOT).split("/")
            if parts == ["init", "error"]:
                api.init_error = body
                known = True
            elif len(parts) == 3 and parts[0] == "invocation" and parts[2] in ("response", "error"):
                known = api.answer(parts[1], body, failed=parts[2] == "error")
            else:
                known = False
            self._reply(202 if known else 404, {}, json.dumps({"status": "OK"}).encode())

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            chunks = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)

        def _reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Silence: one line per event says nothing."""

    return Handler
