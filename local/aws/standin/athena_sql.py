"""Athena's SQL in Trino's words, and Trino's values in Athena's text. Pure functions."""

import base64
import re
from typing import Any

from .engine import EngineError

_COMMENTS_IN_FRONT = re.compile(r"(?s)^(?:\s+|--[^\n]*\n|/\*.*?\*/)+")
_CTAS = re.compile(r"(?is)^(create\s+table\s+(?:if\s+not\s+exists\s+)?[^\s(]+)\s+(?:with\s*\((.*?)\)\s*)?(as\s.*)$")
_REPAIR = re.compile(r"(?is)^msck\s+repair\s+table\s+(?:(\w+)\.)?(\w+)$")
# Table properties that Athena knows and Trino's Hive connector does not.
_ATHENA_ONLY = re.compile(
    r"\b(?:write_compression|parquet_compression|orc_compression|compression_level|is_external|table_type"
    r"|field_delimiter)"
    r"\s*=\s*(?:'[^']*'|\w+)\s*,?\s*",
    re.I,
)
_CENTRAL = (
    "The Create Table As Select query failed because it was submitted with an 'external_location' property to an Athena"
    " Workgroup that enforces a centralized output location for all queries. Please remove the 'external_location'"
    " property and resubmit the query."
)


def to_trino(sql: str, schema: str, place: str, enforced: bool) -> str:
    """place: where a CTAS goes that names no location; enforced: the workgroup insists on it."""
    sql = _COMMENTS_IN_FRONT.sub("", sql).rstrip().rstrip(";").rstrip()
    repair = _REPAIR.match(sql)
    if repair:
        return f"CALL system.sync_partition_metadata('{repair.group(1) or schema}', '{repair.group(2)}', 'ADD')"
    ctas = _CTAS.match(sql)
    if ctas:
        head, properties, query = ctas.groups()
        return f"{head} WITH ({_properties(properties or '', place, enforced)}) {query}"
    return re.sub(r"(?i)^(create|drop)\s+database\b", r"\1 SCHEMA", sql)


def _properties(given: str, place: str, enforced: bool) -> str:
    if re.search(r"(?i)table_type\s*=\s*'iceberg'", given):
        raise EngineError("NOT_SUPPORTED: the stand-in has no Iceberg tables")
    kept = _ATHENA_ONLY.sub("", given).strip().rstrip(",")
    if not re.search(r"(?i)\bexternal_location\b", kept):
        return (f"{kept}, " if kept else "") + f"external_location = '{place}'"
    if enforced:
        raise EngineError(_CENTRAL)
    return kept


def is_select(sql: str) -> bool:
    """Statements whose result has a first row with the columns' names."""
    first = re.match(r"\s*\(*\s*(\w+)", re.sub(r"(?s)/\*.*?\*/|--[^\n]*", " ", sql))
    return bool(first) and first.group(1).upper() in ("SELECT", "WITH", "VALUES", "TABLE")


def is_ctas(sql: str) -> bool:
    return bool(re.match(r"(?is)^\s*create\s+table\b.*\bas\b", sql))


def cell(value: Any, kind: str) -> str | None:
    """A value as GetQueryResults shows it; None has no text at all."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind.startswith("varbinary"):
        return " ".join(f"{byte:02x}" for byte in base64.b64decode(value))
    if isinstance(value, list):
        return "[" + ", ".join("null" if one is None else cell(one, "") for one in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}={'null' if one is None else cell(one, '')}" for key, one in value.items()) + "}"
    return str(value)
