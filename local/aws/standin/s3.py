"""Reading and writing objects from inside the server, whichever account owns the bucket."""

from moto.s3.models import FakeBucket, S3Backend, s3_backends


class NoSuchBucket(Exception):
    """No account has a bucket of this name."""

    def __init__(self, bucket: str) -> None:
        super().__init__(f"The bucket {bucket} does not exist.")


def exists(bucket: str) -> bool:
    return bucket in s3_backends.bucket_accounts


def put(bucket: str, key: str, data: bytes, kms_key: str | None = None) -> None:
    _backend(bucket).put_object(bucket, key, data, encryption="aws:kms" if kms_key else None, kms_key_id=kms_key)


def get(bucket: str, key: str) -> bytes:
    return _backend(bucket).get_object(bucket, key).value


def keys(bucket: str, prefix: str) -> list[str]:
    """Keys of the current objects below a prefix, in order."""
    found: FakeBucket = _backend(bucket).get_bucket(bucket)
    return sorted(key for key in found.keys if key.startswith(prefix))


def split(url: str) -> tuple[str, str]:
    """s3://bucket/some/key -> (bucket, some/key)"""
    bucket, _, key = url.split("://", 1)[1].partition("/")
    return bucket, key


def _backend(bucket: str) -> S3Backend:
    if not exists(bucket):
        raise NoSuchBucket(bucket)
    partition, account = s3_backends.bucket_accounts[bucket]
    return s3_backends[account][partition]
