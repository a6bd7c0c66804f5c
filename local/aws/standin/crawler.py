"""What the Glue crawler does with an RDS export: folders of Parquet files become tables."""

import copy
import fnmatch
import hashlib
import json
import posixpath
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

from . import faults, s3, settings

_PARQUET = "org.apache.hadoop.hive.ql.io.parquet."


class CrawlFailed(Exception):
    """The crawl's error message."""


def crawl(backend: Any, crawler: Any) -> None:
    """Creates or updates the tables of every S3 target. Parquet only; the first file of a folder tells its columns."""
    failure = faults.crawl_failure()
    if failure:
        raise CrawlFailed(failure)
    database = backend.get_database(crawler.database_name)
    for folder, files in _folders(crawler):
        _catalog(backend, database, crawler, folder, files)


def _folders(crawler: Any) -> Iterator[tuple[str, list[str]]]:
    """(s3://bucket/folder of a table, the keys of its files)"""
    levels = json.loads(crawler.configuration or "{}").get("Grouping", {}).get("TableLevelConfiguration")
    for target in (crawler.targets or {}).get("S3Targets", []):
        bucket, prefix = s3.split(target["Path"])
        folders: dict[str, list[str]] = {}
        for key in s3.keys(bucket, prefix):
            if _is_data(key, key[len(prefix) :].lstrip("/"), target.get("Exclusions") or []):
                folders.setdefault(f"s3://{bucket}/{_table_folder(key, levels)}", []).append(key)
        yield from sorted(folders.items())


def _is_data(key: str, inside: str, exclusions: list[str]) -> bool:
    if not key.endswith(".parquet") or posixpath.basename(key).startswith(("_", ".")):
        return False
    return not any(fnmatch.fnmatch(inside, glob.replace("**", "*")) for glob in exclusions)


def _table_folder(key: str, levels: int | None) -> str:
    parts = key.split("/")[:-1]
    if levels:  # the bucket itself is level 1
        return "/".join(parts[: levels - 1])
    while parts and (parts[-1].isdigit() or "=" in parts[-1]):
        parts.pop()
    return "/".join(parts)


def _catalog(backend: Any, database: Any, crawler: Any, folder: str, files: list[str]) -> None:
    bucket, path = s3.split(folder)
    storage = _storage(_columns(bucket, files[0]), folder + "/")
    deeper = sorted({tuple(file[len(path) + 1 :].split("/")[:-1]) for file in files} - {()})
    table = {
        "TableType": "EXTERNAL_TABLE",
        "StorageDescriptor": storage,
        "PartitionKeys": _partition_keys(deeper[0] if deeper else ()),
        "Parameters": {
            "classification": "parquet",
            "EXTERNAL": "TRUE",
            "typeOfData": "file",
            "UPDATED_BY_CRAWLER": crawler.name,
            "objectCount": str(len(files)),
        },
    }
    name = _table_name(database, crawler, folder)
    if name not in database.tables:
        backend.create_table(crawler.database_name, name, {"Name": name, **table})
    elif (crawler.schema_change_policy or {}).get("UpdateBehavior", "UPDATE_IN_DATABASE") == "UPDATE_IN_DATABASE":
        backend.update_table(crawler.database_name, name, {"Name": name, **table})
        database.tables[name].partitions.clear()
    for values in deeper:
        _add_partition(backend, database, crawler, name, storage, values)


def _table_name(database: Any, crawler: Any, folder: str) -> str:
    """A name that is taken by a table at another place gets a hash of this one behind it, as on AWS."""
    name = (crawler.table_prefix or "") + re.sub(r"[^A-Za-z0-9]", "_", folder.split("/")[-1]).lower()
    known = database.tables.get(name)
    if known is None or known.as_dict().get("StorageDescriptor", {}).get("Location") == folder + "/":
        return name
    return f"{name}_{hashlib.md5(folder.encode(), usedforsecurity=False).hexdigest()}"


def _partition_keys(values: tuple[str, ...]) -> list[dict[str, str]]:
    names = [value.split("=")[0] if "=" in value else f"partition_{level}" for level, value in enumerate(values)]
    return [{"Name": name.lower(), "Type": "string"} for name in names]


def _add_partition(
    backend: Any, database: Any, crawler: Any, name: str, storage: dict[str, Any], folders: tuple[str, ...]
) -> None:
    values = [folder.split("=", 1)[-1] for folder in folders]
    if str(values) in database.tables[name].partitions:
        return
    place = {**copy.deepcopy(storage), "Location": f"{storage['Location']}{'/'.join(folders)}/"}
    backend.create_partition(
        crawler.database_name,
        name,
        {"Values": values, "StorageDescriptor": place, "Parameters": {"classification": "parquet"}},
    )


def _storage(columns: list[dict[str, str]], location: str) -> dict[str, Any]:
    return {
        "Columns": columns,
        "Location": location,
        "InputFormat": _PARQUET + "MapredParquetInputFormat",
        "OutputFormat": _PARQUET + "MapredParquetOutputFormat",
        "SerdeInfo": {
            "SerializationLibrary": _PARQUET + "serde.ParquetHiveSerDe",
            "Parameters": {"serialization.format": "1"},
        },
        "Parameters": {},
    }


def _columns(bucket: str, key: str) -> list[dict[str, str]]:
    url = settings.schema_url()
    if not url:
        raise CrawlFailed("STANDIN_SCHEMA_URL is not set: nobody can read the schema of a Parquet file")
    request = urllib.request.Request(url, data=s3.get(bucket, key), method="POST")
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            found = json.loads(reply.read())
    except urllib.error.HTTPError as error:
        text = error.read().decode(errors="replace")[:300]
        raise CrawlFailed(f"cannot read the schema of s3://{bucket}/{key}: HTTP {error.code}: {text}") from error
    except OSError as error:
        raise CrawlFailed(f"cannot read the schema of s3://{bucket}/{key}: {error}") from error
    return [{"Name": column["name"].lower(), "Type": column["type"]} for column in found]
