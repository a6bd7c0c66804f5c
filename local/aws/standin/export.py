"""What a finished RDS export leaves in the bucket: the prepared files and the two kinds of JSON beside them."""

import json
import posixpath
from typing import Any

from . import export_data, faults, s3
from .clock import manifest_text
from .export_data import ExportedTable

_GIB = 2**30
_SKIPPED_REASON = "The table was skipped by a fault of the stand-in"


def write(task: Any) -> None:
    """Copies every wanted table and describes what was done, in the bucket and on the task."""
    base = posixpath.join(task.s3_prefix or "", task.export_task_identifier).lstrip("/")
    known = export_data.manifest_entries()
    skipped_names = set(faults.skipped_tables())
    entries, skipped, total = [], [], 0
    for table in export_data.tables():
        if not table.wanted(list(task.export_only or [])):
            continue
        own = next((known[name] for name in sorted(table.names) if name in known), {})
        if skipped_names & table.names:
            skipped.append(own.get("target") or table.target)
            entries.append(_entry(task, table, own, 0, _SKIPPED_REASON))
            continue
        size = _copy(task, base, table)
        total += size
        entries.append(_entry(task, table, own, size, own.get("warningMessage", "")))
    task.total_extracted_data_in_gb = -(-total // _GIB)
    task.warning_message = _warning(skipped)
    _put_json(task, f"{base}/export_info_{task.export_task_identifier}.json", _info(task, base, total))
    tables_file = f"export_tables_info_{task.export_task_identifier}_from_1_to_{len(entries)}.json"
    _put_json(task, f"{base}/{tables_file}", {"perTableStatus": entries})


def _copy(task: Any, base: str, table: ExportedTable) -> int:
    size = 0
    for path, data in table.files():
        size += len(data)
        s3.put(task.s3_bucket, f"{base}/{table.database}/{table.name}/{path}", data, task.kms_key_id)
    return size


def _entry(task: Any, table: ExportedTable, own: dict[str, Any], size: int, warning: str) -> dict[str, Any]:
    """The folder's own words about the table (its columns above all), with this task's result."""
    times = {
        "extractionStartTime": manifest_text(task.task_start_time),
        "extractionEndTime": manifest_text(task.task_end_time),
    }
    partitions = {"partitioningInfo": {"numberOfPartitions": 1, "numberOfCompletedPartitions": 0 if warning else 1}}
    return {
        "target": table.target,
        **own,
        "tableStatistics": {**partitions, **own.get("tableStatistics", {}), **times},
        "status": "SKIPPED" if warning == _SKIPPED_REASON else own.get("status", "COMPLETE"),
        "sizeGB": round(size / _GIB, 9),
        "warningMessage": warning,
    }


def _warning(skipped: list[str]) -> str | None:
    if not skipped:
        return None
    tables = [{"tableName": target, "reason": _SKIPPED_REASON} for target in skipped]
    return json.dumps({"skippedTables": tables, "skippedObjectives": [], "general": []})


def _info(task: Any, base: str, total: int) -> dict[str, Any]:
    return {
        "exportTaskIdentifier": task.export_task_identifier,
        "sourceArn": task.source_arn,
        "exportOnly": list(task.export_only or []),
        "snapshotTime": manifest_text(task.snapshot_time),
        "taskStartTime": manifest_text(task.task_start_time),
        "taskEndTime": manifest_text(task.task_end_time),
        "s3Bucket": task.s3_bucket,
        "s3Prefix": task.s3_prefix or "",
        "exportedFilesPath": base,
        "iamRoleArn": task.iam_role_arn,
        "kmsKeyId": task.kms_key_id,
        "status": "COMPLETE",
        "percentProgress": 100,
        "totalExportedDataInGB": round(total / _GIB, 9),
    }


def _put_json(task: Any, key: str, content: dict[str, Any]) -> None:
    s3.put(task.s3_bucket, key, json.dumps(content, indent=2).encode(), task.kms_key_id)
