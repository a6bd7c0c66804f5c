import json
import tempfile
from pathlib import Path

from .base import REGION, SOURCE_ACCOUNT, StandInTest

BUCKET = "quarantine"
TASK = "exports/learning/nightly-1"


class RdsTest(StandInTest):
    def setUp(self):
        super().setUp()
        self.s3 = self.client("s3")
        self.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.key = self.client("kms").create_key()["KeyMetadata"]["Arn"]
        self.rds = self.client("rds", SOURCE_ACCOUNT)
        self.role = self.client("iam", SOURCE_ACCOUNT).create_role(RoleName="export", AssumeRolePolicyDocument="{}")

    def snapshot(self, kind="INSTANCE", **more):
        wanted = {"account": SOURCE_ACCOUNT, "region": REGION, "kind": kind, "identifier": "learning", **more}
        status, made = self.call("PUT", "/standin/snapshots", wanted)
        self.assertEqual(200, status, made)
        return made[0]["snapshotArn"]

    def start(self, source_arn, identifier="nightly-1", **more):
        return self.rds.start_export_task(
            **{
                "ExportTaskIdentifier": identifier,
                "SourceArn": source_arn,
                "S3BucketName": BUCKET,
                "S3Prefix": "exports/learning",
                "IamRoleArn": self.role["Role"]["Arn"],
                "KmsKeyId": self.key,
                **more,
            }
        )

    def task(self, identifier="nightly-1"):
        return self.rds.describe_export_tasks(ExportTaskIdentifier=identifier)["ExportTasks"][0]

    def finished(self, source_arn=None, **more):
        self.start(source_arn or self.snapshot(), **more)
        return [self.task() for _ in range(2)][-1]

    def files(self):
        found = self.s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return [one["Key"].removeprefix(TASK + "/") for one in found]

    def json_file(self, name):
        return json.loads(self.s3.get_object(Bucket=BUCKET, Key=f"{TASK}/{name}")["Body"].read())

    def export_folder(self, *files, entries=None):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for file in files:
            path = Path(folder.name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"" if path.name == "_SUCCESS" else b"data")
        if entries is not None:
            text = json.dumps({"perTableStatus": entries})
            Path(folder.name, "export_tables_info_old_from_1_to_1.json").write_text(text, encoding="utf-8")
        self.assertEqual(200, self.call("PUT", "/standin/export-data", {"path": folder.name})[0])


class SnapshotsTest(RdsTest):
    def test_makes_an_automated_snapshot_with_the_given_time(self):
        arn = self.snapshot(snapshotId="rds:learning-2026-11-20-18-05", createdAt="2026-11-20T18:05:00Z")

        found = self.rds.describe_db_snapshots(DBInstanceIdentifier="learning", SnapshotType="automated")["DBSnapshots"]

        self.assertEqual([arn], [one["DBSnapshotArn"] for one in found])
        self.assertEqual("2026-11-20T18:05:00+00:00", found[0]["SnapshotCreateTime"].isoformat())
        self.assertTrue(arn.endswith(":snapshot:rds:learning-2026-11-20-18-05"), arn)

    def test_makes_cluster_snapshots_too(self):
        arn = self.snapshot("CLUSTER", createdAt="2026-11-20T18:05:00Z")

        found = self.rds.describe_db_cluster_snapshots(DBClusterIdentifier="learning", SnapshotType="automated")

        self.assertEqual([arn], [one["DBClusterSnapshotArn"] for one in found["DBClusterSnapshots"]])
        self.assertTrue(arn.endswith(":cluster-snapshot:rds:learning-2026-11-20-18-05"), arn)

    def test_finds_only_what_was_asked_for(self):
        self.snapshot(createdAt="2026-11-20T18:05:00Z")
        self.snapshot(identifier="other")
        self.snapshot(snapshotId="by-hand", snapshotType="manual")

        def ids(**wanted):
            return [s["DBSnapshotIdentifier"] for s in self.rds.describe_db_snapshots(**wanted)["DBSnapshots"]]

        self.assertEqual(["by-hand"], ids(SnapshotType="manual"))
        automated = ids(DBInstanceIdentifier="learning", SnapshotType="automated")
        self.assertEqual(["rds:learning-2026-11-20-18-05"], automated)
        self.assertEqual(2, len(ids(DBInstanceIdentifier="learning")))

    def test_pages_through_snapshots(self):
        for minute in range(25):
            self.snapshot(createdAt=f"2026-11-20T18:{minute:02d}:00Z")
        pages = self.rds.get_paginator("describe_db_snapshots").paginate(
            DBInstanceIdentifier="learning", PaginationConfig={"PageSize": 20}
        )

        sizes = [len(page["DBSnapshots"]) for page in pages]

        self.assertEqual([20, 5], sizes)

    def test_refuses_a_page_size_that_aws_refuses(self):
        code, message = self.refused(self.rds.describe_db_snapshots, MaxRecords=5)

        self.assertEqual("InvalidParameterValue", code)
        self.assertIn("between 20 and 100", message)

    def test_keeps_a_snapshot_that_is_still_being_made_without_a_time(self):
        arn = self.snapshot(status="creating", createdAt=None, snapshotId="rds:learning-now")

        found = self.rds.describe_db_snapshots()["DBSnapshots"][0]

        self.assertEqual("creating", found["Status"])
        self.assertNotIn("SnapshotCreateTime", found)
        self.assertEqual("InvalidExportSourceState", self.refused(self.start, source_arn=arn)[0])

    def test_refuses_an_unknown_kind(self):
        status, answer = self.call(
            "PUT", "/standin/snapshots", {"account": SOURCE_ACCOUNT, "kind": "TABLE", "identifier": "x"}
        )

        self.assertEqual(400, status)
        self.assertIn("INSTANCE, CLUSTER", answer["error"])


class ExportTest(RdsTest):
    FILES = (
        "learning/public.users/1/_SUCCESS",
        "learning/public.users/1/part-00000-a-c000.gz.parquet",
        "learning/public.users/2/part-00000-b-c000.gz.parquet",
        "learning/public.empty/1/_SUCCESS",
        "learning/audit.log/1/part-00000-c-c000.gz.parquet",
    )

    def setUp(self):
        super().setUp()
        self.export_folder(*self.FILES)

    def test_moves_on_by_looks(self):
        started = self.start(self.snapshot())
        states = [self.task()["Status"] for _ in range(3)]

        self.assertEqual("STARTING", started["Status"])
        self.assertEqual(["IN_PROGRESS", "COMPLETE", "COMPLETE"], states)

    def test_delivers_every_batch_folder_into_the_other_accounts_bucket(self):
        self.finished()

        tables = [name for name in self.files() if "/" in name]

        self.assertEqual(sorted(self.FILES), tables)
        head = self.s3.head_object(Bucket=BUCKET, Key=f"{TASK}/{self.FILES[1]}")
        self.assertEqual(("aws:kms", self.key), (head["ServerSideEncryption"], head["SSEKMSKeyId"]))

    def test_describes_itself(self):
        self.finished()

        info = self.json_file("export_info_nightly-1.json")
        entries = self.json_file("export_tables_info_nightly-1_from_1_to_3.json")["perTableStatus"]

        self.assertEqual(("COMPLETE", 100, TASK), (info["status"], info["percentProgress"], info["exportedFilesPath"]))
        self.assertEqual(
            {"learning.public.users": "COMPLETE", "learning.public.empty": "COMPLETE", "learning.audit.log": "COMPLETE"},
            {entry["target"]: entry["status"] for entry in entries},
        )

    def test_delivers_only_what_was_asked_for(self):
        wanted = {
            "learning": 3,
            "learning.public": 2,
            "learning.public.users": 1,
            "learning.nothing": 0,
        }
        found = {}
        for number, only in enumerate(wanted):
            self.start(self.snapshot(), identifier=f"only-{number}", ExportOnly=[only])
            self.task(f"only-{number}")
            self.task(f"only-{number}")
            keys = self.s3.list_objects_v2(Bucket=BUCKET, Prefix=f"exports/learning/only-{number}/export_tables")
            found[only] = int(keys["Contents"][0]["Key"].split("_")[-1].removesuffix(".json"))

        self.assertEqual(wanted, found)

    def test_takes_over_what_the_folder_knows_of_its_tables(self):
        columns = {"originalTypeMappings": [{"columnName": "id", "originalType": "bigint"}]}
        entry = {"target": "learning.audit.log", "schemaMetadata": columns, "status": "COMPLETE", "warningMessage": ""}
        self.export_folder("learning/audit.log/1/_SUCCESS", entries=[entry])

        self.finished()

        taken = self.json_file("export_tables_info_nightly-1_from_1_to_1.json")["perTableStatus"][0]
        self.assertEqual(columns, taken["schemaMetadata"])

    def test_names_a_mysql_table_by_its_schema_alone(self):
        self.export_folder("shop/shop.orders/1/_SUCCESS")

        self.finished(ExportOnly=["shop.orders"])

        entries = self.json_file("export_tables_info_nightly-1_from_1_to_1.json")["perTableStatus"]
        self.assertEqual(["shop.orders"], [entry["target"] for entry in entries])

    def test_fails_with_the_cause_of_the_fault(self):
        self.call("PUT", "/standin/faults", {"export": "FAILED: KMS key check failed: no right"})

        task = self.finished()

        self.assertEqual(("FAILED", "KMS key check failed: no right"), (task["Status"], task["FailureCause"]))
        self.assertEqual([], self.files())

    def test_ends_canceled_by_a_fault(self):
        self.call("PUT", "/standin/faults", {"export": "CANCELED"})

        self.assertEqual("CANCELED", self.finished()["Status"])

    def test_goes_on_as_long_as_the_fault_stands(self):
        self.call("PUT", "/standin/faults", {"export": "IN_PROGRESS"})
        self.start(self.snapshot())

        held = [self.task()["Status"] for _ in range(4)]
        self.call("DELETE", "/standin/faults")

        self.assertEqual(["IN_PROGRESS"] * 4, held)
        self.assertEqual("COMPLETE", self.task()["Status"])

    def test_skips_a_table_with_a_warning(self):
        self.call("PUT", "/standin/faults", {"exportSkipTable": "learning.public.users"})

        task = self.finished()

        entries = self.json_file("export_tables_info_nightly-1_from_1_to_3.json")["perTableStatus"]
        users = next(entry for entry in entries if entry["target"] == "learning.public.users")
        self.assertEqual("COMPLETE", task["Status"])
        self.assertEqual("learning.public.users", json.loads(task["WarningMessage"])["skippedTables"][0]["tableName"])
        self.assertNotEqual("COMPLETE", users["status"])
        self.assertTrue(users["warningMessage"])
        self.assertFalse([name for name in self.files() if "public.users" in name])

    def test_fails_without_data_to_deliver(self):
        from standin import export_data

        export_data.forget()

        task = self.finished()

        self.assertEqual("FAILED", task["Status"])
        self.assertIn("STANDIN_EXPORT_DATA", task["FailureCause"])

    def test_cancels_a_running_task_but_not_an_ended_one(self):
        self.start(self.snapshot())
        cancelled = self.rds.cancel_export_task(ExportTaskIdentifier="nightly-1")
        after = self.task()
        code, _ = self.refused(self.rds.cancel_export_task, ExportTaskIdentifier="nightly-1")

        self.assertEqual(("CANCELING", "CANCELED"), (cancelled["Status"], after["Status"]))
        self.assertEqual("InvalidExportTaskStateFault", code)

    def test_refuses_what_aws_refuses_at_the_start(self):
        arn = self.snapshot()
        self.start(arn)
        role = f"arn:aws:iam::{SOURCE_ACCOUNT}:role/missing"
        wrong = {
            "ExportTaskAlreadyExists": {},
            "InvalidParameterValue": {"identifier": "two--hyphens"},
            "DBSnapshotNotFound": {"identifier": "a", "source_arn": arn + "-missing"},
            "InvalidS3BucketFault": {"identifier": "a", "S3BucketName": "missing"},
            "IamRoleNotFound": {"identifier": "a", "IamRoleArn": role},
            "KMSKeyNotAccessibleFault": {"identifier": "a", "KmsKeyId": self.key[:-4] + "0000"},
        }

        codes = [self.refused(self.start, **{"source_arn": arn, **arguments})[0] for arguments in wrong.values()]

        self.assertEqual(list(wrong), codes)

    def test_exports_a_clusters_snapshot(self):
        task = self.finished(self.snapshot("CLUSTER"))

        self.assertEqual(("COMPLETE", "SNAPSHOT"), (task["Status"], task["SourceType"]))

    def test_pages_through_tasks(self):
        arn = self.snapshot()
        for number in range(25):
            self.start(arn, identifier=f"task-{number}")
        pages = self.rds.get_paginator("describe_export_tasks").paginate(PaginationConfig={"PageSize": 20})

        self.assertEqual([20, 5], [len(page["ExportTasks"]) for page in pages])

    def test_filters_tasks_by_their_status(self):
        self.start(self.snapshot())

        def count(status):
            filters = [{"Name": "status", "Values": [status]}]
            return len(self.rds.describe_export_tasks(Filters=filters)["ExportTasks"])

        self.assertEqual([1, 0], [count("in_progress"), count("starting")])
