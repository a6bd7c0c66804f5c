"""Glue: crawlers that crawl, and a catalog that Trino's Glue metastore can read."""

import json

from moto.core.responses import ActionResult, EmptyResult
from moto.glue import models
from moto.glue.responses import GlueResponse

from . import crawler as crawling
from . import faults, settings
from .clock import utc_now
from .patching import adds, replaces

_ENDED = {"COMPLETED": "SUCCEEDED", "STOPPED": "CANCELLED", "FAILED": "FAILED"}


@replaces(models.FakeTable)
def get_version(original, self, ver):
    """Trino unboxes numbers and flags that moto leaves out when the caller did; AWS fills in defaults."""
    table = _with_defaults(original(self, ver))
    table.setdefault("Retention", 0)
    return table


@replaces(models.FakePartition, "as_dict")
def partition_as_dict(original, self):
    """As for tables."""
    return _with_defaults(original(self))


@replaces(GlueResponse)
def get_partitions(original, self):
    """Trino sends an empty Expression, which moto refuses, and asks in segments, each of which moto answers in full."""
    found = self.glue_backend.get_partitions(
        self.parameters.get("DatabaseName"), self.parameters.get("TableName"), self.parameters.get("Expression") or None
    )
    segment = self.parameters.get("Segment") or {}
    count, mine = int(segment.get("TotalSegments") or 1), int(segment.get("SegmentNumber") or 0)
    shown = [partition.as_dict() for index, partition in enumerate(found) if index % count == mine]
    return ActionResult({"Partitions": shown})


@replaces(GlueResponse)
def batch_get_partition(original, self):
    """Without UnprocessedKeys, Trino dies of a null."""
    found = self.glue_backend.batch_get_partition(
        self.parameters.get("DatabaseName"),
        self.parameters.get("TableName"),
        self.parameters.get("PartitionsToGet") or [],
    )
    return ActionResult({"Partitions": found, "UnprocessedKeys": []})


def _add_column_statistics(scope: str) -> None:
    """Trino asks for column statistics and stores them around each write; nobody here needs their content."""

    def answering(content):
        return lambda self: json.dumps(content)

    adds(GlueResponse, f"get_column_statistics_for_{scope}")(answering({"ColumnStatisticsList": [], "Errors": []}))
    adds(GlueResponse, f"update_column_statistics_for_{scope}")(answering({"Errors": []}))
    adds(GlueResponse, f"delete_column_statistics_for_{scope}")(answering({}))


_add_column_statistics("table")
_add_column_statistics("partition")


@adds(GlueResponse)
def update_crawler(self):
    """The nightly run points the crawler at each new export."""
    given = self.parameters
    crawler = self.glue_backend.get_crawler(given.get("Name"))
    if crawler.status != "READY":
        raise models.CrawlerRunningException(f"Crawler with name {crawler.name} has already started")
    for key, attribute in _CRAWLER_ATTRIBUTES.items():
        if key in given:
            setattr(crawler, attribute, given[key])
    crawler.version += 1
    crawler.last_updated = utc_now()
    return EmptyResult()


_CRAWLER_ATTRIBUTES = {
    "Role": "role",
    "DatabaseName": "database_name",
    "Description": "description",
    "Targets": "targets",
    "Schedule": "schedule",
    "Classifiers": "classifiers",
    "TablePrefix": "table_prefix",
    "SchemaChangePolicy": "schema_change_policy",
    "RecrawlPolicy": "recrawl_policy",
    "LineageConfiguration": "lineage_configuration",
    "Configuration": "configuration",
    "CrawlerSecurityConfiguration": "crawler_security_configuration",
}


@replaces(models.FakeCrawler)
def start_crawler(original, self):
    """moto's crawl ends by itself and makes no table; ours ends when it has been looked at often enough."""
    if self.status != "READY":
        raise models.CrawlerRunningException(f"Crawler with name {self.name} has already started")
    original(self)
    current = self.crawls[-1]
    current._transitions = []
    current.status = "RUNNING"
    current.looks = 0
    current.error = None
    current.outcome = "STOPPED"


@replaces(models.FakeCrawler, "as_dict")
def crawler_as_dict(original, self):
    """LastCrawl is the last one that ended, in AWS's words; moto shows a running one and says COMPLETED."""
    shown = original(self)
    shown.pop("LastCrawl", None)
    ended = [crawl for crawl in self.crawls if crawl.status in _ENDED]
    if ended:
        last = ended[-1]
        shown["LastCrawl"] = {
            "LogGroup": last.log_group,
            "LogStream": last.log_stream,
            "MessagePrefix": last.message_prefix,
            "StartTime": last.start_time,
            "Status": _ENDED[last.status],
        }
        if last.error:
            shown["LastCrawl"]["ErrorMessage"] = last.error
    return shown


@replaces(GlueResponse)
def get_crawler(original, self):
    """Each look moves a crawl on, so a test never waits for a clock."""
    crawler = self.glue_backend.get_crawler(self.parameters.get("Name"))
    _look(self.glue_backend, crawler)
    return ActionResult({"Crawler": crawler.as_dict()})


@replaces(GlueResponse)
def get_crawlers(original, self):
    """As get_crawler."""
    found = self.glue_backend.get_crawlers()
    for crawler in found:
        _look(self.glue_backend, crawler)
    return ActionResult({"Crawlers": [crawler.as_dict() for crawler in found]})


@replaces(GlueResponse)
def batch_get_crawlers(original, self):
    """As get_crawler."""
    names = self.parameters.get("CrawlerNames") or []
    found = [crawler for crawler in self.glue_backend.get_crawlers() if crawler.name in names]
    for crawler in found:
        _look(self.glue_backend, crawler)
    missing = sorted(set(names) - {crawler.name for crawler in found})
    return ActionResult({"Crawlers": [crawler.as_dict() for crawler in found], "CrawlersNotFound": missing})


def _look(backend, crawler) -> None:
    """RUNNING as often as the settings say, then STOPPING once, then READY: "not RUNNING" does not mean done."""
    current = crawler.crawls[-1] if crawler.crawls else None
    if current is None or current.status in _ENDED:
        return
    current.looks += 1
    if current.status == "STOPPING":
        current.status = current.outcome
    elif current.looks > settings.crawler_describes() and not faults.crawl_is_held():
        try:
            crawling.crawl(backend, crawler)
            current.outcome = "COMPLETED"
        except Exception as error:  # noqa: BLE001 - whatever happened is the crawl's outcome
            current.error = str(error) or repr(error)
            current.outcome = "FAILED"
        current.end_time = utc_now()
        current.status = "STOPPING"


def _with_defaults(shown: dict) -> dict:
    storage = shown.get("StorageDescriptor")
    if storage is not None:
        for name, value in (("NumberOfBuckets", 0), ("Compressed", False), ("StoredAsSubDirectories", False)):
            storage.setdefault(name, value)
    return shown
