"""The prepared export that every export task delivers, in the layout of an RDS export."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import settings

_chosen: Path | None = None


@dataclass(frozen=True)
class ExportedTable:
    """One folder <database>/<schema.table> with all its files, batch folders included."""

    database: str
    name: str
    folder: Path

    @property
    def schema(self) -> str:
        return self.name.split(".")[0]

    @property
    def names(self) -> set[str]:
        """Every way to mean this table: in ExportOnly, in a manifest or in a fault."""
        full = f"{self.database}.{self.name}"
        return {self.name, full} if self.schema == self.database else {full}

    @property
    def target(self) -> str:
        """The table's name in a manifest. In MySQL the schema is the database, so one of the two is left out."""
        return self.name if self.schema == self.database else f"{self.database}.{self.name}"

    def wanted(self, export_only: list[str]) -> bool:
        if not export_only:
            return True
        return bool({self.database, f"{self.database}.{self.schema}", *self.names} & set(export_only))

    def files(self) -> list[tuple[str, bytes]]:
        """(path below the table's folder, content), in order."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return [(path.relative_to(self.folder).as_posix(), path.read_bytes()) for path in found]


def use(path: str) -> str:
    """From now on exports deliver this folder."""
    global _chosen
    folder = Path(path)
    if not folder.is_dir():
        raise ValueError(f"export data '{path}' is not a folder")
    _chosen = folder
    return str(folder)


def forget() -> None:
    """Back to the folder of the settings."""
    global _chosen
    _chosen = None


def folder_text() -> str | None:
    return str(_chosen) if _chosen else settings.export_data()


def tables() -> list[ExportedTable]:
    root = _root()
    folders = sorted(path for path in root.glob("*/*") if path.is_dir())
    return [ExportedTable(path.parent.name, path.name, path) for path in folders]


def manifest_entries() -> dict[str, dict[str, Any]]:
    """What the folder's own manifests say about its tables, by target."""
    return {entry["target"]: entry for entry in _entries(_root()) if entry.get("target")}


def _entries(root: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(root.glob("export_tables_info_*.json")):
        yield from json.loads(path.read_text(encoding="utf-8")).get("perTableStatus", [])


def _root() -> Path:
    text = folder_text()
    if not text:
        raise ValueError("no export data: set STANDIN_EXPORT_DATA or PUT /standin/export-data")
    root = Path(text)
    if not root.is_dir():
        raise ValueError(f"export data '{text}' is not a folder")
    return root
