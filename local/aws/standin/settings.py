"""What can be set from outside, all by environment variables. Read when needed, so tests can change them."""

import os

from .patching import replace_everywhere

DEFAULT_ACCOUNT = "111111111111"
DEFAULT_REGION = "ap-northeast-1"

_account = DEFAULT_ACCOUNT


def before_moto() -> None:
    """Gives moto its default account, before its other modules copy the constant.

    moto reads MOTO_ACCOUNT_ID at every call and then ignores whose role the caller has assumed, so the variable must
    not stay.
    """
    global _account
    _account = os.environ.pop("MOTO_ACCOUNT_ID", DEFAULT_ACCOUNT)
    import moto.core

    replace_everywhere(moto.core.DEFAULT_ACCOUNT_ID, _account)


def account() -> str:
    """The account of calls made with credentials that nobody assumed a role for."""
    return _account


def endpoint() -> str:
    """Where the stand-in itself listens; the server puts its port there as soon as it is known."""
    return f"http://127.0.0.1:{os.environ['MOTO_PORT']}"


def engine_url() -> str | None:
    """Root of the Trino server that runs Athena's statements."""
    return os.environ.get("STANDIN_ENGINE_URL")


def schema_url() -> str | None:
    """Takes the bytes of a Parquet file by POST and answers its columns in Glue's types."""
    return os.environ.get("STANDIN_SCHEMA_URL")


def lambda_class_path() -> str | None:
    """Class path of the runtime interface client: its jar and the jars it needs."""
    return os.environ.get("STANDIN_LAMBDA_RIC")


def export_data() -> str | None:
    """Folder that an export delivers when none was given at run time."""
    return os.environ.get("STANDIN_EXPORT_DATA")


def export_describes() -> int:
    """How many DescribeExportTasks still answer IN_PROGRESS."""
    return int(os.environ.get("STANDIN_EXPORT_DESCRIBES", "1"))


def crawler_describes() -> int:
    """How many GetCrawler still answer RUNNING."""
    return int(os.environ.get("STANDIN_CRAWLER_DESCRIBES", "1"))


def max_wait_seconds() -> float | None:
    """Longest pause of a Wait state or a Retry; none is as long as on AWS when this is not set."""
    given = os.environ.get("STANDIN_MAX_WAIT_SECONDS")
    return float(given) if given else None
