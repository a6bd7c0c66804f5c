"""Small things that moto accepts and forgets, so that a second plan would show changes or a destroy would not end."""

import json
from fnmatch import fnmatch

from moto.kms.responses import KmsResponse
from moto.lakeformation.exceptions import InvalidInput
from moto.lakeformation.models import LakeFormationBackend
from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response

from .patching import replaces

_DEFAULT_ROTATION_DAYS = 365


@replaces(S3Response)
def get_bucket_notification(original, self):
    """moto forgets that the bucket sends its events to EventBridge."""
    found = self.backend.get_bucket_notification_configuration(self.bucket_name)
    if found is None or getattr(found, "event_bridge", None) is None:
        return original(self)
    plain_serialized = self.serialized

    def serialized(result):
        result._result["EventBridgeConfiguration"] = {}
        return plain_serialized(result)

    self.serialized = serialized
    return original(self)


@replaces(FakeBucket, "_log_permissions_enabled_policy")
def logging_service_may_write(original, target_bucket, target_prefix):
    """moto knows statements of one action, one resource and one service only, and fails at a principal of "*"."""
    statements = json.loads(target_bucket.policy)["Statement"] if target_bucket.policy else []
    log = f"{target_bucket.arn}/{target_prefix or ''}log"
    return any(
        statement["Effect"] == "Allow"
        and isinstance(statement.get("Principal"), dict)
        and "logging.s3.amazonaws.com" in _listed(statement["Principal"].get("Service"))
        and any(fnmatch("s3:PutObject", action) for action in _listed(statement.get("Action")))
        and any(fnmatch(log, resource) for resource in _listed(statement.get("Resource")))
        for statement in statements
    )


@replaces(KmsResponse)
def enable_key_rotation(original, self):
    """moto forgets how often the key rotates."""
    answer = original(self)
    _key(self).rotation_days = self._get_param("RotationPeriodInDays") or _DEFAULT_ROTATION_DAYS
    return answer


@replaces(KmsResponse)
def get_key_rotation_status(original, self):
    """As above."""
    status = json.loads(original(self))
    if status["KeyRotationEnabled"]:
        status["RotationPeriodInDays"] = getattr(_key(self), "rotation_days", _DEFAULT_ROTATION_DAYS)
    return json.dumps(status)


@replaces(LakeFormationBackend)
def revoke_permissions(original, self, catalog_id, principal, resource, *permissions):
    """The provider revokes until the service says that nothing is left; moto never says so."""
    held = self.grants[catalog_id].permissions if catalog_id in self.grants else []
    if not any(one.principal == principal and one.resource == resource for one in held):
        raise InvalidInput("No permissions revoked. Grantee does not have the permissions on the resource")
    return original(self, catalog_id, principal, resource, *permissions)


def _key(response: KmsResponse):
    backend = response.kms_backend
    return backend.keys[backend.get_key_id(response._get_param("KeyId"))]


def _listed(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]
