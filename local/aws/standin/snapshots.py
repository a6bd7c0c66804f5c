"""Automated snapshots: on AWS the service makes them at night, here a test or the local run does."""

from datetime import datetime
from typing import Any

from moto.rds.models import DBClusterSnapshot, DBSnapshot, RDSBackend, rds_backends

from . import settings
from .clock import parse_utc, utc_now

_KINDS = ("INSTANCE", "CLUSTER")


def put(wanted: dict[str, Any]) -> dict[str, Any]:
    """Creates or replaces one snapshot, and its database if that is missing."""
    kind, identifier = wanted["kind"], wanted["identifier"]
    if kind not in _KINDS:
        raise ValueError(f"kind '{kind}' is not one of {', '.join(_KINDS)}")
    backend = rds_backends[wanted["account"]][wanted.get("region", settings.DEFAULT_REGION)]
    created = _created(wanted)
    snapshot_id = wanted.get("snapshotId") or f"rds:{identifier}-{created or utc_now():%Y-%m-%d-%H-%M}"
    make = _instance_snapshot if kind == "INSTANCE" else _cluster_snapshot
    snapshot = make(backend, identifier, snapshot_id, wanted.get("snapshotType", "automated"))
    snapshot.status = wanted.get("status", "available")
    snapshot.created = created
    return {"snapshotArn": snapshot.arn, "snapshotId": snapshot_id, "status": snapshot.status}


def _created(wanted: dict[str, Any]) -> datetime | None:
    """A null is kept: a snapshot that is still being made may have no time yet."""
    given = wanted.get("createdAt", "")
    return None if given is None else parse_utc(given) if given else utc_now()


def _instance_snapshot(backend: RDSBackend, identifier: str, snapshot_id: str, kind: str) -> DBSnapshot:
    if identifier not in backend.databases:
        backend.create_db_instance(
            {"db_instance_identifier": identifier, "db_instance_class": "db.t4g.micro", **_database()}
        )
        _drop_own_snapshots(backend.database_snapshots, identifier)
    backend.database_snapshots.pop(snapshot_id, None)
    return backend.create_db_snapshot(identifier, snapshot_id, snapshot_type=kind)


def _cluster_snapshot(backend: RDSBackend, identifier: str, snapshot_id: str, kind: str) -> DBClusterSnapshot:
    if identifier not in backend.clusters:
        backend.create_db_cluster({"db_cluster_identifier": identifier, **_database("aurora-postgresql")})
        _drop_own_snapshots(backend.cluster_snapshots, identifier)
    backend.cluster_snapshots.pop(snapshot_id, None)
    return backend.create_db_cluster_snapshot(identifier, snapshot_id, snapshot_type=kind)


def _database(engine: str = "postgres") -> dict[str, Any]:
    return {
        "engine": engine,
        "allocated_storage": 20,
        "master_username": "standin",
        "master_user_password": "not-a-secret",
    }


def _drop_own_snapshots(snapshots: Any, identifier: str) -> None:
    """moto takes a snapshot of each new database, with the time of now: newer than any that a test asks for."""
    for snapshot_id in [name for name in snapshots if name.startswith(f"rds:{identifier}-")]:
        del snapshots[snapshot_id]
