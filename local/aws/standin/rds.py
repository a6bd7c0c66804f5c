"""RDS: export tasks that take a while and leave files, and snapshots that are found as on AWS."""

import re

from moto.core.responses import ActionResult
from moto.iam.models import iam_backends
from moto.rds import models
from moto.rds.exceptions import RDSClientError
from moto.rds.models import RDSBackend
from moto.rds.responses import RDSResponse

from . import export, faults, s3, settings
from .clock import utc_now
from .patching import replaces

_IDENTIFIER = re.compile(r"[a-zA-Z](-?[a-zA-Z0-9])*")
_ENDED = ("COMPLETE", "FAILED", "CANCELED")


@replaces(models.ExportTask, "__init__")
def new_export_task(original, self, backend, snapshot, kwargs):
    """moto's task is finished at birth, in lower case, and calls the export of a cluster's snapshot CLUSTER."""
    original(self, backend, snapshot, kwargs)
    self.status = "STARTING"
    self.source_type = "SNAPSHOT"
    self.percent_progress = 0
    self.snapshot_time = snapshot.snapshot_create_time
    self.task_start_time = None
    self.task_end_time = None
    self.total_extracted_data_in_gb = 0
    self.warning_message = None
    self.failure_cause = None
    self.looks = 0


@replaces(RDSBackend)
def start_export_task(original, self, kwargs):
    """moto takes the text behind the last colon for the snapshot's name, but automated ones are called rds:...

    It also asks for neither role nor bucket nor key; at least their existence is checked here.
    """
    identifier = kwargs["export_task_identifier"]
    if len(identifier) > 60 or not _IDENTIFIER.fullmatch(identifier):
        raise RDSClientError(
            "InvalidParameterValue",
            f"The parameter ExportTaskIdentifier is not a valid identifier: {identifier}. Identifiers have at most 60"
            " letters, digits and hyphens, begin with a letter, do not end with a hyphen and hold no two in a row.",
        )
    if identifier in self.export_tasks:
        raise models.ExportTaskAlreadyExistsError(identifier)
    snapshot = _snapshot(self, kwargs["source_arn"])
    if snapshot.status != "available":
        raise models.InvalidExportSourceStateError(snapshot.status)
    _check_destination(self, kwargs)
    task = models.ExportTask(self, snapshot, kwargs)
    self.export_tasks[identifier] = task
    return task


@replaces(RDSBackend)
def describe_export_tasks(original, self, export_task_identifier):
    """Each look moves a task on, so a test never waits for a clock."""
    tasks = list(original(self, export_task_identifier))
    for task in tasks:
        _advance(task)
    return tasks


@replaces(RDSBackend)
def cancel_export_task(original, self, export_task_identifier):
    """moto cancels finished tasks too, and at once; on AWS that is refused, and CANCELING comes first."""
    known = self.export_tasks.get(export_task_identifier)
    if known is not None and known.status in _ENDED:
        raise RDSClientError("InvalidExportTaskStateFault", "You can't cancel an export task that has completed.")
    task = original(self, export_task_identifier)
    task.status = "CANCELING"
    return task


@replaces(RDSResponse, "describe_export_tasks")
def export_task_pages(original, self):
    """moto answers all tasks in one page."""
    tasks = self.backend.describe_export_tasks(self.params.get("ExportTaskIdentifier"))
    filters = {one["Name"]: one["Values"] for one in self.params.get("Filters", [])}
    statuses = [value.upper() for value in filters.get("status", [])]
    sources = [*filters.get("source-arn", []), *([self.params["SourceArn"]] if self.params.get("SourceArn") else [])]
    found = [
        task
        for task in tasks
        if (not statuses or task.status in statuses) and (not sources or task.source_arn in sources)
    ]
    return _page(self.params, "ExportTasks", found)


@replaces(RDSResponse)
def describe_db_snapshots(original, self):
    """moto answers all snapshots in one page."""
    return _page(self.params, "DBSnapshots", original(self).result["DBSnapshots"])


@replaces(RDSResponse)
def describe_db_cluster_snapshots(original, self):
    """moto answers all snapshots in one page."""
    return _page(self.params, "DBClusterSnapshots", original(self).result["DBClusterSnapshots"])


@replaces(RDSResponse, "start_export_task")
def started(original, self):
    """A fresh answer: moto serialises the task when the next look may have moved it already."""
    return ActionResult(self.backend.start_export_task(self.params))


def _snapshot(backend: RDSBackend, source_arn: str):
    kind, _, name = source_arn.split(":", 5)[5].partition(":")
    if kind == "snapshot":
        if name not in backend.database_snapshots:
            raise models.DBSnapshotNotFoundFault(name)
        return backend.database_snapshots[name]
    if kind == "cluster-snapshot":
        if name not in backend.cluster_snapshots:
            raise models.DBClusterSnapshotNotFoundError(name)
        return backend.cluster_snapshots[name]
    raise RDSClientError("InvalidParameterValue", f"The stand-in exports snapshots only, not {source_arn}.")


def _check_destination(backend: RDSBackend, kwargs) -> None:
    bucket, role, key = kwargs["s3_bucket_name"], kwargs["iam_role_arn"], kwargs["kms_key_id"]
    if not s3.exists(bucket):
        raise RDSClientError("InvalidS3BucketFault", f"The S3 bucket {bucket} doesn't exist.")
    owner = role.split(":")[4]
    if owner != backend.account_id or not any(known.arn == role for known in iam_backends[owner]["aws"].roles.values()):
        raise RDSClientError("IamRoleNotFound", f"The IAM role {role} doesn't exist in account {backend.account_id}.")
    backend._validate_kms_key(key)


def _page(params, key: str, found: list) -> ActionResult:
    """One page of what was found; the marker of the next is the number of what came before it."""
    size = int(params.get("MaxRecords") or 100)
    if not 20 <= size <= 100:
        text = f"Invalid value {size} for MaxRecords. Must be between 20 and 100"
        raise RDSClientError("InvalidParameterValue", text)
    start = int(params.get("Marker") or 0)
    end = start + size
    return ActionResult({key: found[start:end], "Marker": str(end) if end < len(found) else None})


def _advance(task) -> None:
    if task.status == "CANCELING":
        task.status = "CANCELED"
    if task.status not in ("STARTING", "IN_PROGRESS"):
        return
    task.looks += 1
    task.status = "IN_PROGRESS"
    task.task_start_time = task.task_start_time or utc_now()
    task.percent_progress = 50
    if task.looks > settings.export_describes():
        _finish(task)


def _finish(task) -> None:
    status, cause = faults.export_outcome()
    if status == "IN_PROGRESS":
        return
    task.task_end_time = utc_now()
    try:
        if status == "COMPLETE":
            export.write(task)
    except (OSError, ValueError, s3.NoSuchBucket) as error:
        status, cause = "FAILED", str(error)
    task.failure_cause = cause
    task.percent_progress = 100 if status == "COMPLETE" else task.percent_progress
    task.status = status
