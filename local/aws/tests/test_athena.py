import base64
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import TestCase, mock

from standin import athena_sql
from standin.engine import EngineError

from .base import REGION, StandInTest
from .test_stepfunctions import MachineTest, one_state, task


class FakeEngine:
    """Speaks as much of Trino's protocol as the stand-in hears: answers by a part of the statement."""

    def __init__(self, answers):
        self.statements = []
        engine = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802
                sql = self.rfile.read(int(self.headers["Content-Length"])).decode()
                prepared = self.headers.get("X-Trino-Prepared-Statement")
                engine.statements.append((sql, self.headers["X-Trino-Schema"], prepared))
                answer = next((body for part, body in answers.items() if part in sql), {"updateType": "CREATE"})
                pages = answer if isinstance(answer, list) else [answer]
                for number, page in enumerate(pages[:-1]):
                    page["nextUri"] = f"{engine.url}/page/{id(pages)}/{number + 1}"
                engine.pages = pages
                self.reply(pages[0])

            def do_GET(self):  # noqa: N802
                self.reply(engine.pages[int(self.path.rsplit("/", 1)[1])])

            def reply(self, body):
                data = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def use_engine(test, answers):
    engine = FakeEngine(answers)
    test.addCleanup(engine.close)
    patched = mock.patch.dict(os.environ, STANDIN_ENGINE_URL=engine.url)
    patched.start()
    test.addCleanup(patched.stop)
    return engine


def make_workgroup(test, enforced=False):
    location = {"LocationConstraint": REGION}
    test.client("s3").create_bucket(Bucket="results", CreateBucketConfiguration=location)
    settings = {
        "EnforceWorkGroupConfiguration": enforced,
        "ResultConfiguration": {"OutputLocation": "s3://results/pipeline/"},
    }
    test.client("athena").create_work_group(Name="pipeline", Configuration=settings)


ROWS = [
    {"columns": [{"name": "id", "type": "bigint"}, {"name": "mail", "type": "varchar(9)"}], "data": [[1, "a"]]},
    {"data": [[2, None]], "stats": {"physicalInputBytes": 42, "elapsedTimeMillis": 7}},
]


class QueriesTest(StandInTest):
    def setUp(self):
        super().setUp()
        make_workgroup(self)
        self.athena = self.client("athena")

    def query(self, sql, **more):
        return self.ended(self.started(sql, **more))

    def started(self, sql, **more):
        return self.athena.start_query_execution(QueryString=sql, WorkGroup="pipeline", **more)["QueryExecutionId"]

    def look(self, started):
        return self.athena.get_query_execution(QueryExecutionId=started)["QueryExecution"]

    def ended(self, started):
        return self.eventually(
            lambda: self.look(started), lambda seen: seen["Status"]["State"] not in ("QUEUED", "RUNNING")
        )

    def rows(self, query):
        found = self.athena.get_query_results(QueryExecutionId=query["QueryExecutionId"])["ResultSet"]["Rows"]
        return [[cell.get("VarCharValue") for cell in row["Data"]] for row in found]

    def test_answers_the_engines_rows_with_a_header(self):
        engine = use_engine(self, {"SELECT": ROWS})

        query = self.query("SELECT id, mail FROM users", QueryExecutionContext={"Database": "published"})

        self.assertEqual([["id", "mail"], ["1", "a"], ["2", None]], self.rows(query))
        self.assertEqual([("SELECT id, mail FROM users", "published", None)], engine.statements)
        self.assertEqual(42, query["Statistics"]["DataScannedInBytes"])

    def test_pages_through_rows(self):
        use_engine(self, {"SELECT": {"columns": [{"name": "n", "type": "bigint"}], "data": [[n] for n in range(2500)]}})
        query = self.query("SELECT n FROM numbers")

        pages = self.athena.get_paginator("get_query_results").paginate(QueryExecutionId=query["QueryExecutionId"])

        self.assertEqual([1000, 1000, 501], [len(page["ResultSet"]["Rows"]) for page in pages])

    def test_passes_parameters_on(self):
        engine = use_engine(self, {"EXECUTE": ROWS})

        self.query("SELECT ?", ExecutionParameters=["'a b'"])

        self.assertEqual("EXECUTE athena_statement USING 'a b'", engine.statements[0][0])
        self.assertEqual("athena_statement=SELECT%20%3F", engine.statements[0][2])

    def test_starts_a_repeated_request_once(self):
        engine = use_engine(self, {"SELECT": ROWS})
        token = "one-request-of-one-state-of-one-execution"

        ids = {self.started("SELECT 1", ClientRequestToken=token) for _ in range(2)}
        _, message = self.refused(self.started, sql="SELECT 2", ClientRequestToken=token)

        self.ended(*ids)
        self.assertEqual(["SELECT 1"], [sql for sql, _, _ in engine.statements])
        self.assertIn("Idempotent parameters", message)

    def test_fails_in_the_engines_words(self):
        error = {"error": {"errorName": "COLUMN_NOT_FOUND", "message": "line 1:8: Column 'x' cannot be resolved"}}
        use_engine(self, {"SELECT": error})

        query = self.query("SELECT x FROM users")

        self.assertEqual("FAILED", query["Status"]["State"])
        self.assertIn("COLUMN_NOT_FOUND: line 1:8", query["Status"]["StateChangeReason"])
        code, message = self.refused(self.athena.get_query_results, QueryExecutionId=query["QueryExecutionId"])
        self.assertEqual("InvalidRequestException", code)
        self.assertIn("FAILED", message)

    def test_fails_without_an_engine(self):
        with mock.patch.dict(os.environ, STANDIN_ENGINE_URL="http://127.0.0.1:9"):
            query = self.query("SELECT 1")

        self.assertEqual("FAILED", query["Status"]["State"])
        self.assertIn("no SQL engine at http://127.0.0.1:9", query["Status"]["StateChangeReason"])

    def test_fails_the_statement_that_a_fault_means(self):
        engine = use_engine(self, {"SELECT": ROWS})
        fault = {"contains": "AS users__r1", "reason": "HIVE_WRITER_OPEN_ERROR: no right"}
        self.call("PUT", "/standin/faults", {"athena": fault})

        bad, good = self.query("SELECT 1 AS users__r1"), self.query("SELECT 2")

        self.assertEqual(("FAILED", fault["reason"]), (bad["Status"]["State"], bad["Status"]["StateChangeReason"]))
        self.assertEqual("SUCCEEDED", good["Status"]["State"])
        self.assertEqual(["SELECT 2"], [sql for sql, _, _ in engine.statements])

    def test_holds_the_statement_that_a_fault_means(self):
        engine = use_engine(self, {"SELECT": ROWS})
        self.call("PUT", "/standin/faults", {"athena": {"contains": "users__r1", "status": "RUNNING"}})

        held = self.started("SELECT 1 AS users__r1")
        self.query("SELECT 2")
        before = (self.look(held)["Status"]["State"], [sql for sql, _, _ in engine.statements])
        self.call("DELETE", "/standin/faults")

        self.assertEqual(("RUNNING", ["SELECT 2"]), before)
        self.assertEqual("SUCCEEDED", self.ended(held)["Status"]["State"])

    def test_cancels_a_statement_that_a_fault_holds(self):
        engine = use_engine(self, {"SELECT": ROWS})
        self.call("PUT", "/standin/faults", {"athena": {"contains": "SELECT", "status": "RUNNING"}})
        held = self.started("SELECT 1")

        self.athena.stop_query_execution(QueryExecutionId=held)

        self.assertEqual("CANCELLED", self.ended(held)["Status"]["State"])
        self.assertEqual([], engine.statements)

    def test_refuses_an_unknown_workgroup(self):
        code, message = self.refused(self.athena.start_query_execution, QueryString="SELECT 1", WorkGroup="none")

        self.assertEqual(("InvalidRequestException", "WorkGroup does not exist"), (code, message))

    def test_updates_a_workgroup(self):
        self.athena.update_work_group(
            WorkGroup="pipeline",
            ConfigurationUpdates={
                "BytesScannedCutoffPerQuery": 10485760,
                "ResultConfigurationUpdates": {"RemoveOutputLocation": True},
            },
        )

        settings = self.athena.get_work_group(WorkGroup="pipeline")["WorkGroup"]["Configuration"]
        self.assertEqual(10485760, settings["BytesScannedCutoffPerQuery"])
        self.assertNotIn("OutputLocation", settings["ResultConfiguration"])


class MachineQueriesTest(MachineTest):
    def setUp(self):
        super().setUp()
        make_workgroup(self)

    def query(self, **more):
        return task("athena:startQueryExecution.sync", {"WorkGroup": "pipeline", "QueryString.$": "$.sql"}, **more)

    def test_waits_for_a_query_and_reads_its_rows(self):
        use_engine(self, {"SELECT": ROWS})
        start = {**self.query(ResultPath="$.query"), "Next": "Read"}
        del start["End"]
        read = task("athena:getQueryResults", {"QueryExecutionId.$": "$.query.QueryExecution.QueryExecutionId"})

        output = self.succeeded(
            {"StartAt": "Query", "States": {"Query": start, "Read": read}}, {"sql": "SELECT id, mail FROM users"}
        )

        self.assertEqual("1", output["ResultSet"]["Rows"][1]["Data"][0]["VarCharValue"])

    def test_a_failed_query_is_a_failed_task(self):
        use_engine(self, {"SELECT": {"error": {"errorName": "SYNTAX_ERROR", "message": "line 1:1"}}})

        ended = self.run_machine(one_state(self.query()), {"sql": "SELECT x"})

        self.assertEqual(("FAILED", "States.TaskFailed"), (ended["status"], ended["error"]))
        self.assertIn("SYNTAX_ERROR: line 1:1", json.loads(ended["cause"])["Status"]["StateChangeReason"])

    def test_a_failed_query_of_a_branch_or_an_iteration_is_caught_around_it(self):
        use_engine(self, {"SELECT": {"error": {"errorName": "SYNTAX_ERROR", "message": "line 1:1"}}})
        failing = one_state(self.query())
        around = {
            "Parallel": {"Type": "Parallel", "Branches": [failing]},
            "Map": {"Type": "Map", "ItemsPath": "$.all", "ItemProcessor": failing},
        }

        for kind, state in around.items():
            with self.subTest(kind):
                caught = {**state, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}], "End": True}
                states = {"Around": caught, "Caught": {"Type": "Pass", "End": True}}

                output = self.succeeded(
                    {"StartAt": "Around", "States": states}, {"sql": "SELECT x", "all": [{"sql": "SELECT x"}]}
                )

                self.assertEqual("States.TaskFailed", output["Error"])

    def test_refuses_an_unknown_parameter(self):
        parameters = {"Workgroup": "pipeline", "QueryString": "SELECT 1"}

        ended = self.run_machine(one_state(task("athena:startQueryExecution.sync", parameters)))

        self.assertEqual("FAILED", ended["status"])
        self.assertIn("Workgroup", ended["cause"])


class SqlTest(TestCase):
    def trino(self, sql, enforced=False):
        return athena_sql.to_trino(sql, "raw", "s3://results/tables/1/", enforced)

    def test_drops_what_trino_does_not_take(self):
        self.assertEqual("SELECT 1", self.trino("-- a comment\n SELECT 1 ;\n"))
        self.assertEqual("CREATE SCHEMA x", self.trino("CREATE DATABASE x"))
        self.assertEqual(
            "CREATE TABLE a.b WITH (format = 'PARQUET', external_location = 's3://x/') AS SELECT 1",
            self.trino(
                "CREATE TABLE a.b WITH (format = 'PARQUET', write_compression = 'ZSTD', external_location = 's3://x/') AS SELECT 1"
            ),
        )

    def test_gives_a_table_without_a_place_one(self):
        self.assertEqual(
            "CREATE TABLE b WITH (external_location = 's3://results/tables/1/') AS SELECT 1",
            self.trino("CREATE TABLE b AS SELECT 1"),
        )

    def test_refuses_a_place_when_the_workgroup_insists_on_its_own(self):
        with self.assertRaisesRegex(EngineError, "enforces a centralized output location"):
            self.trino("CREATE TABLE b WITH (external_location = 's3://x/') AS SELECT 1", enforced=True)

    def test_repairs_partitions_by_a_procedure(self):
        self.assertEqual(
            "CALL system.sync_partition_metadata('raw', 'users', 'ADD')", self.trino("MSCK REPAIR TABLE users")
        )

    def test_shows_values_as_athena_does(self):
        key = base64.b64encode(bytes([1, 171])).decode()

        self.assertEqual("01 ab", athena_sql.cell(key, "varbinary"))
        self.assertEqual("true", athena_sql.cell(True, "boolean"))
        self.assertEqual("[1, null]", athena_sql.cell([1, None], "array(bigint)"))
        self.assertIsNone(athena_sql.cell(None, "bigint"))
