"""S3 bucket policies: kept and shown, never enforced."""

from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket

from .patching import replaces


@replaces(FakeBucket)
def get_permission(_original, _self, _action, _resource):
    """moto reads the action and the resource of a Deny, not its principals and conditions: it would refuse everybody."""
    return PermissionResult.NEUTRAL
