import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import mock

from .base import ACCOUNT, REGION, StandInTest

EXPORT = "exports/learning/nightly-1/learning"


class FakeSchemas:
    """Answers the columns that the "Parquet file" itself spells out: name:type,name:type"""

    def __init__(self):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802
                text = self.rfile.read(int(self.headers["Content-Length"])).decode()
                bad = text == "broken"
                columns = [] if bad else [dict(zip(("name", "type"), one.split(":"))) for one in text.split(",")]
                data = b"not Parquet" if bad else json.dumps(columns).encode()
                self.send_response(400 if bad else 200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/schema"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class CrawlerTest(StandInTest):
    def setUp(self):
        super().setUp()
        schemas = FakeSchemas()
        self.addCleanup(schemas.close)
        patched = mock.patch.dict(os.environ, STANDIN_SCHEMA_URL=schemas.url)
        patched.start()
        self.addCleanup(patched.stop)
        self.glue, self.s3 = self.client("glue"), self.client("s3")
        location = {"LocationConstraint": REGION}
        self.s3.create_bucket(Bucket="quarantine", CreateBucketConfiguration=location)
        self.glue.create_database(DatabaseInput={"Name": "raw"})
        self.glue.create_crawler(
            Name="raw-learning",
            Role=f"arn:aws:iam::{ACCOUNT}:role/crawler",
            DatabaseName="raw",
            Targets={"S3Targets": [{"Path": "s3://quarantine/none/"}]},
        )

    def put(self, table, file="1/part-00000.gz.parquet", columns="Id:bigint,mail:string", export=EXPORT):
        self.s3.put_object(Bucket="quarantine", Key=f"{export}/{table}/{file}", Body=columns.encode())

    def start(self, *tables, export=EXPORT):
        targets = [{"Path": f"s3://quarantine/{export}/{table}/"} for table in tables]
        self.glue.update_crawler(Name="raw-learning", Targets={"S3Targets": targets})
        self.glue.start_crawler(Name="raw-learning")

    def look(self):
        return self.glue.get_crawler(Name="raw-learning")["Crawler"]

    def crawl(self, *tables, export=EXPORT):
        self.start(*tables, export=export)
        return [self.look() for _ in range(3)][-1]["LastCrawl"]

    def tables(self):
        return {table["Name"]: table for table in self.glue.get_tables(DatabaseName="raw")["TableList"]}

    def test_moves_on_by_looks_and_stops_before_it_is_ready(self):
        self.put("public.users")
        self.start("public.users")
        before = self.tables()

        states = [self.look()["State"] for _ in range(4)]

        self.assertEqual(["RUNNING", "STOPPING", "READY", "READY"], states)
        self.assertEqual({}, before)
        self.assertEqual("SUCCEEDED", self.look()["LastCrawl"]["Status"])

    def test_makes_a_table_of_each_folder(self):
        self.put("public.Users")
        self.put("public.Users", "2/part-00001.gz.parquet")
        self.put("public.empty", "1/_SUCCESS", "")

        self.crawl("public.Users", "public.empty")

        table = self.tables()["public_users"]
        partitions = self.glue.get_partitions(DatabaseName="raw", TableName="public_users")["Partitions"]
        columns = [(column["Name"], column["Type"]) for column in table["StorageDescriptor"]["Columns"]]
        self.assertEqual(["public_users"], list(self.tables()))
        self.assertEqual([("id", "bigint"), ("mail", "string")], columns)
        self.assertEqual(f"s3://quarantine/{EXPORT}/public.Users/", table["StorageDescriptor"]["Location"])
        self.assertEqual([{"Name": "partition_0", "Type": "string"}], table["PartitionKeys"])
        self.assertEqual([["1"], ["2"]], sorted(one["Values"] for one in partitions))

    def test_updates_the_table_of_the_same_place(self):
        self.put("public.users")
        self.crawl("public.users")
        self.put("public.users", columns="id:bigint,mail:string,phone:string")

        self.crawl("public.users")

        self.assertEqual(["public_users"], list(self.tables()))
        self.assertEqual(3, len(self.tables()["public_users"]["StorageDescriptor"]["Columns"]))

    def test_a_table_left_from_another_export_keeps_its_name(self):
        other = EXPORT.replace("nightly-1", "nightly-2")
        self.put("public.users")
        self.crawl("public.users")
        self.put("public.users", export=other)

        self.crawl("public.users", export=other)

        names = sorted(self.tables())
        self.assertEqual("public_users", names[0])
        self.assertRegex(names[1], r"^public_users_[0-9a-f]{32}$")

    def test_takes_the_name_again_once_the_old_table_is_deleted(self):
        other = EXPORT.replace("nightly-1", "nightly-2")
        self.put("public.users")
        self.crawl("public.users")
        self.put("public.users", export=other)
        self.glue.batch_delete_table(DatabaseName="raw", TablesToDelete=["public_users"])

        self.crawl("public.users", export=other)

        self.assertEqual(["public_users"], list(self.tables()))

    def test_refuses_a_second_start_and_an_update_while_it_runs(self):
        self.start("public.users")

        codes = [
            self.refused(self.glue.start_crawler, Name="raw-learning")[0],
            self.refused(self.glue.update_crawler, Name="raw-learning")[0],
        ]

        self.assertEqual(["CrawlerRunningException"] * 2, codes)

    def test_fails_with_the_message_of_the_fault(self):
        self.put("public.users")
        self.call("PUT", "/standin/faults", {"crawler": "FAILED: Insufficient Lake Formation permission(s)"})

        last = self.crawl("public.users")

        self.assertEqual(("FAILED", "Insufficient Lake Formation permission(s)"), (last["Status"], last["ErrorMessage"]))
        self.assertEqual({}, self.tables())

    def test_runs_as_long_as_the_fault_stands(self):
        self.put("public.users")
        self.call("PUT", "/standin/faults", {"crawler": "RUNNING"})
        self.start("public.users")

        held = [self.look()["State"] for _ in range(4)]
        self.call("DELETE", "/standin/faults")
        freed = [self.look()["State"] for _ in range(2)]

        self.assertEqual(["RUNNING"] * 4, held)
        self.assertEqual(["STOPPING", "READY"], freed)

    def test_fails_at_a_file_that_is_no_parquet(self):
        self.put("public.users", columns="broken")

        last = self.crawl("public.users")

        self.assertEqual("FAILED", last["Status"])
        self.assertIn("public.users/1/part-00000.gz.parquet: HTTP 400: not Parquet", last["ErrorMessage"])

    def test_fails_at_a_missing_bucket(self):
        targets = {"S3Targets": [{"Path": "s3://elsewhere/x/"}]}
        self.glue.update_crawler(Name="raw-learning", Targets=targets)
        self.glue.start_crawler(Name="raw-learning")

        last = [self.look() for _ in range(3)][-1]["LastCrawl"]

        self.assertEqual(("FAILED", "The bucket elsewhere does not exist."), (last["Status"], last["ErrorMessage"]))

    def test_can_be_stopped(self):
        self.start("public.users")
        self.glue.stop_crawler(Name="raw-learning")

        self.assertEqual(("READY", "CANCELLED"), (self.look()["State"], self.look()["LastCrawl"]["Status"]))

    def test_counts_levels_from_the_bucket(self):
        self.put("public.users")
        grouping = {"Version": 1.0, "Grouping": {"TableLevelConfiguration": 6}}
        self.glue.update_crawler(Name="raw-learning", Configuration=json.dumps(grouping))

        self.crawl("public.users")

        self.assertEqual(["public_users"], list(self.tables()))


class CatalogTest(StandInTest):
    """What Trino's Glue metastore needs."""

    def setUp(self):
        super().setUp()
        self.glue = self.client("glue")
        self.glue.create_database(DatabaseInput={"Name": "raw"})
        columns = {"Columns": [{"Name": "id", "Type": "bigint"}], "Location": "s3://b/t/"}
        keys = [{"Name": "partition_0", "Type": "string"}]
        table = {"Name": "t", "StorageDescriptor": columns, "PartitionKeys": keys}
        self.glue.create_table(DatabaseName="raw", TableInput=table)
        for value in "12345":
            partition = {"Values": [value], "StorageDescriptor": dict(columns)}
            self.glue.create_partition(DatabaseName="raw", TableName="t", PartitionInput=partition)

    def test_fills_in_numbers_that_nobody_gave(self):
        table = self.glue.get_table(DatabaseName="raw", Name="t")["Table"]

        self.assertEqual((0, False), (table["Retention"], table["StorageDescriptor"]["Compressed"]))
        self.assertEqual(0, table["StorageDescriptor"]["NumberOfBuckets"])

    def test_shows_each_partition_in_one_segment_only(self):
        found = []
        for number in range(3):
            segment = {"SegmentNumber": number, "TotalSegments": 3}
            answer = self.glue.get_partitions(DatabaseName="raw", TableName="t", Expression="", Segment=segment)
            found += [partition["Values"][0] for partition in answer["Partitions"]]

        self.assertEqual(list("12345"), sorted(found))

    def test_says_that_no_partition_key_is_left_over(self):
        answer = self.glue.batch_get_partition(DatabaseName="raw", TableName="t", PartitionsToGet=[{"Values": ["1"]}])

        self.assertEqual((1, []), (len(answer["Partitions"]), answer["UnprocessedKeys"]))

    def test_takes_column_statistics(self):
        answer = self.glue.get_column_statistics_for_table(DatabaseName="raw", TableName="t", ColumnNames=["id"])

        self.assertEqual([], answer["ColumnStatisticsList"])
