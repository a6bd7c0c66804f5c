"""Small things that moto accepts and forgets, so that a second plan would show changes or a destroy would not end."""

from moto.lakeformation.exceptions import InvalidInput
from moto.lakeformation.models import LakeFormationBackend
from moto.s3.responses import S3Response

from .patching import replaces


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


@replaces(LakeFormationBackend)
def revoke_permissions(original, self, catalog_id, principal, resource, *permissions):
    """The provider revokes until the service says that nothing is left; moto never says so."""
    held = self.grants[catalog_id].permissions if catalog_id in self.grants else []
    if not any(one.principal == principal and one.resource == resource for one in held):
        raise InvalidInput("No permissions revoked. Grantee does not have the permissions on the resource")
    return original(self, catalog_id, principal, resource, *permissions)
