"""One server for all tests of this process, emptied before each of them."""

import atexit
import json
import logging
import time
import unittest
import urllib.error
import urllib.request
from typing import Any

import boto3
from botocore.config import Config
from standin import export_data, faults, functions
from standin.server import StandIn

ACCOUNT, SOURCE_ACCOUNT, REGION = "111111111111", "222222222222", "ap-northeast-1"
_NO_RETRY = Config(retries={"total_max_attempts": 1})
_DEADLINE_SECONDS = 20
_running: StandIn | None = None


def _standin() -> StandIn:
    global _running
    if _running is None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        _running = StandIn()
        _running.start()
        atexit.register(_running.stop)
    return _running


class StandInTest(unittest.TestCase):
    """Gives each test an empty stand-in and clients for both accounts."""

    def setUp(self) -> None:
        self.url = _standin().url
        self.call("POST", "/moto-api/reset")
        faults.clear()
        export_data.forget()
        functions.stop_all()

    def client(self, service: str, account: str = ACCOUNT) -> Any:
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        if account != ACCOUNT:
            role = f"arn:aws:iam::{account}:role/any"
            got = self.client("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]
            keys = {
                "aws_access_key_id": got["AccessKeyId"],
                "aws_secret_access_key": got["SecretAccessKey"],
                "aws_session_token": got["SessionToken"],
            }
        return boto3.client(service, endpoint_url=self.url, region_name=REGION, config=_NO_RETRY, **keys)

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return reply.status, json.loads(reply.read())
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def eventually(self, look, wanted) -> Any:
        """Looks until the answer is as wanted; fails with the last answer."""
        end = time.monotonic() + _DEADLINE_SECONDS
        while True:
            seen = look()
            if wanted(seen):
                return seen
            if time.monotonic() > end:
                self.fail(f"still {seen}")
            time.sleep(0.05)

    def refused(self, call, **arguments) -> tuple[str, str]:
        """(code, message) of the error that a call ends with"""
        with self.assertRaises(Exception) as caught:
            call(**arguments)
        error = caught.exception.response["Error"]
        return error["Code"], error["Message"]
