"""The server: moto's own web application with a few paths of ours in front."""

import logging
import os
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

# Each module corrects moto while it is imported.
from . import (  # noqa: F401
    athena,
    awslambda,
    bucketpolicy,
    budgets,
    caches,
    cloudwatch,
    events,
    faults,
    functions,
    glue,
    multipart,
    quicksight,
    rds,
    readback,
    stepfunctions,
)
from .control import Control

HOST = "127.0.0.1"

# The interpreter logs each failed state with its whole syntax tree; the execution's history says it better.
logging.getLogger("moto.stepfunctions").setLevel(logging.CRITICAL)


class StandIn:
    """One server. Only one can run in a process, because moto's state is global."""

    def __init__(self, port: int = 0) -> None:
        application = Control(DomainDispatcherApplication(create_backend_app))
        self._server = make_server(HOST, port, application, threaded=True)
        self._thread = threading.Thread(target=self._server.serve_forever, name="standin", daemon=True)
        os.environ["MOTO_PORT"] = str(self._server.server_port)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._server.server_port}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends the functions' processes first: they call this server."""
        functions.stop_all()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
