"""python -m standin --port N"""

import argparse
import logging
import signal
import sys
import threading

from .server import StandIn


def main() -> int:
    parser = argparse.ArgumentParser(prog="standin", description="A stand-in for AWS, on 127.0.0.1 only.")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0, the default, takes a free one")
    parser.add_argument("--verbose", action="store_true", help="log every request")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("werkzeug").setLevel(logging.INFO if arguments.verbose else logging.ERROR)

    end = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: end.set())

    standin = StandIn(arguments.port)
    standin.start()
    try:
        print(f"standin: {standin.url}", flush=True)
        end.wait()
    finally:
        standin.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
