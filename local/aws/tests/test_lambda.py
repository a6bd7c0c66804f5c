import base64
import io
import json
import os
import sys
import tempfile
import threading
import zipfile
from pathlib import Path
from unittest import mock

from standin import functions

from .base import ACCOUNT, REGION, SOURCE_ACCOUNT, StandInTest

# Takes the place of java: speaks the Runtime API as the runtime interface client does, and acts on the event's "do".
FAKE_JAVA = """#!{python}
import json, os, sys, time, urllib.request
root = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/"
def post(path, body):
    urllib.request.urlopen(urllib.request.Request(root + path, data=json.dumps(body).encode(), method="POST")).read()
if os.environ.get("BROKEN"):
    post("init/error", dict(errorType="java.lang.ClassNotFoundException", errorMessage=os.environ["_HANDLER"]))
    sys.exit(1)
calls = 0
while True:
    with urllib.request.urlopen(root + "invocation/next") as reply:
        request, event = reply.headers["Lambda-Runtime-Aws-Request-Id"], json.loads(reply.read())
    calls += 1
    print("event", json.dumps(event), flush=True)
    if event.get("do") == "exit":
        sys.exit(3)
    if event.get("do") == "sleep":
        time.sleep(60)
    if event.get("do") == "fail":
        post("invocation/" + request + "/error", dict(errorType="export.SnapshotTooOld", errorMessage="48 h old"))
        continue
    archive = sys.argv[sys.argv.index("-cp") + 1].split(":")[0]
    answer = dict(pid=os.getpid(), calls=calls, code=os.path.getsize(archive), arguments=sys.argv[1:], environment=dict(os.environ))
    post("invocation/" + request + "/response", answer)
"""


def archive(text="class"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as content:
        content.writestr("Handler.class", text)
        content.writestr("lib/some.jar", "jar")
    return data.getvalue()


class LambdaTest(StandInTest):
    def setUp(self):
        super().setUp()
        java = tempfile.TemporaryDirectory()
        self.addCleanup(java.cleanup)
        program = Path(java.name, "bin", "java")
        program.parent.mkdir()
        program.write_text(FAKE_JAVA.replace("{python}", sys.executable), encoding="utf-8")
        program.chmod(0o755)
        patched = mock.patch.dict(os.environ, JAVA_HOME=java.name, STANDIN_LAMBDA_RIC="ric.jar:core.jar")
        patched.start()
        self.addCleanup(patched.stop)
        self.addCleanup(functions.stop_all)
        self.awslambda = self.client("lambda")
        self.create()

    def create(self, account=ACCOUNT, **more):
        trust = {"Statement": [{"Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        self.client("iam", account).create_role(RoleName="export", AssumeRolePolicyDocument=json.dumps(trust))
        client = self.client("lambda", account)
        client.create_function(
            **{
                "FunctionName": "export",
                "Runtime": "java21",
                "Role": f"arn:aws:iam::{account}:role/export",
                "Handler": "export.Handler::handle",
                "Code": {"ZipFile": archive()},
                "Timeout": 10,
                "MemorySize": 300,
                "Environment": {"Variables": {"MODE": "nightly"}},
                **more,
            }
        )
        return client

    def invoke(self, client=None, do=None, **more):
        payload = json.dumps({"do": do}).encode()
        answer = (client or self.awslambda).invoke(FunctionName="export", Payload=payload, **more)
        return answer.get("FunctionError"), json.loads(answer["Payload"].read()), answer

    def good(self, client=None):
        error, answer, _ = self.invoke(client)
        self.assertIsNone(error, answer)
        return answer

    def test_runs_the_deployed_code_and_stays_warm(self):
        first, second = self.good(), self.good()

        self.assertEqual((1, 2), (first["calls"], second["calls"]))
        self.assertEqual(first["pid"], second["pid"])
        self.assertEqual(len(archive()), first["code"])

    def test_starts_java_with_the_functions_settings(self):
        answer = self.good()

        path = answer["arguments"][answer["arguments"].index("-cp") + 1].split(":")
        self.assertIn("-Xmx300m", answer["arguments"])
        self.assertEqual("export.Handler::handle", answer["arguments"][-1])
        self.assertEqual(["function.jar", "some.jar", "ric.jar", "core.jar"], [Path(one).name for one in path])

    def test_gives_the_environment_of_the_managed_runtime(self):
        environment = self.good()["environment"]

        wanted = {
            "MODE": "nightly",
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_LAMBDA_FUNCTION_NAME": "export",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "300",
            "AWS_EXECUTION_ENV": "AWS_Lambda_java21",
            "_HANDLER": "export.Handler::handle",
        }
        self.assertEqual(wanted, {name: environment.get(name) for name in wanted})
        self.assertNotIn("STANDIN_LAMBDA_RIC", environment)

    def test_reports_an_error_in_the_runtimes_words(self):
        error, answer, _ = self.invoke(do="fail")

        self.assertEqual("Unhandled", error)
        self.assertEqual({"errorType": "export.SnapshotTooOld", "errorMessage": "48 h old"}, answer)

    def test_starts_again_after_a_crash(self):
        before = self.good()["pid"]

        error, answer, _ = self.invoke(do="exit")

        self.assertEqual(("Unhandled", "Runtime.ExitError"), (error, answer["errorType"]))
        self.assertIn("exit code 3", answer["errorMessage"])
        self.assertNotEqual(before, self.good()["pid"])

    def test_ends_a_call_that_takes_too_long(self):
        self.awslambda.update_function_configuration(FunctionName="export", Timeout=1)

        error, answer, _ = self.invoke(do="sleep")

        self.assertEqual(("Unhandled", "Sandbox.Timedout"), (error, answer["errorType"]))
        self.assertIn("Task timed out after 1.00 seconds", answer["errorMessage"])
        self.assertEqual(1, self.good()["calls"])

    def test_runs_new_code_and_new_settings(self):
        old = self.good()
        self.awslambda.update_function_code(FunctionName="export", ZipFile=archive("another class"))
        code = self.good()
        self.awslambda.update_function_configuration(FunctionName="export", Environment={"Variables": {"MODE": "test"}})
        settings = self.good()

        self.assertNotEqual(old["code"], code["code"])
        self.assertEqual(code["code"], settings["code"])
        self.assertEqual("test", settings["environment"]["MODE"])
        self.assertEqual(3, len({old["pid"], code["pid"], settings["pid"]}))

    def test_reports_code_that_cannot_start(self):
        variables = {"Variables": {"BROKEN": "yes"}}
        self.awslambda.update_function_configuration(FunctionName="export", Environment=variables)

        error, answer, _ = self.invoke()

        self.assertEqual(("Unhandled", "java.lang.ClassNotFoundException"), (error, answer["errorType"]))

    def test_says_what_is_missing_to_run_anything(self):
        with mock.patch.dict(os.environ):
            del os.environ["STANDIN_LAMBDA_RIC"]
            error, answer, _ = self.invoke()

        self.assertEqual("Unhandled", error)
        self.assertIn("STANDIN_LAMBDA_RIC is not set", answer["errorMessage"])

    def test_keeps_the_log(self):
        _, _, answer = self.invoke(LogType="Tail")

        log = base64.b64decode(answer["LogResult"]).decode()
        logs = self.client("logs")
        events = logs.filter_log_events(logGroupName="/aws/lambda/export")["events"]
        self.assertIn('event {"do": null}', log)
        self.assertIn('event {"do": null}', [event["message"] for event in events])

    def test_a_call_without_waiting_runs_all_the_same(self):
        seen = threading.Event()
        functions.use_handler("export", lambda event: seen.set())
        self.addCleanup(functions.use_handler, "export", None)

        answer = self.awslambda.invoke(FunctionName="export", Payload=b"{}", InvocationType="Event")

        self.assertEqual(202, answer["StatusCode"])
        self.assertTrue(seen.wait(5))

    def test_ends_the_process_of_a_deleted_function(self):
        pid = self.good()["pid"]

        self.awslambda.delete_function(FunctionName="export")

        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)

    def test_a_function_of_another_account_acts_there(self):
        theirs = self.create(SOURCE_ACCOUNT)

        environment = self.good(theirs)["environment"]

        self.assertTrue(environment["AWS_ACCESS_KEY_ID"].startswith("ASIA"))
        self.assertEqual(self.good(theirs)["pid"], self.good(theirs)["pid"])

    def test_shows_its_log_settings(self):
        logging = {"LogFormat": "JSON", "ApplicationLogLevel": "INFO", "LogGroup": "/own"}
        self.awslambda.update_function_configuration(FunctionName="export", LoggingConfig=logging)

        shown = self.awslambda.get_function_configuration(FunctionName="export")["LoggingConfig"]

        self.assertEqual(logging, shown)
        self.assertEqual("/own", self.good()["environment"]["AWS_LAMBDA_LOG_GROUP_NAME"])
