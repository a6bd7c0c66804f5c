"""QuickSight: data sources that the Terraform provider can read."""

import json

from moto.quicksight import urls
from moto.quicksight.data_models import QuickSightDataSource
from moto.quicksight.responses import QuickSightResponse

from .patching import adds, replaces

_ANY_TIME = 1700000000


@replaces(QuickSightDataSource, "to_json")
def data_source_as_json(original, self):
    """moto shows times as text, which the provider cannot parse, and no status, for which it would wait for ever."""
    shown = original(self)
    for name in ("CreatedTime", "LastUpdatedTime"):
        if name in shown:
            shown[name] = _ANY_TIME
    shown["Status"] = "CREATION_SUCCESSFUL"
    return shown


@adds(QuickSightResponse)
def describe_data_source_permissions(self):
    """The provider reads them after each creation; moto keeps none."""
    return json.dumps({"Permissions": [], "Status": 200})


urls.url_paths[r"{0}/accounts/(?P<account_id>[\d]+)/data-sources/(?P<datasourceid>[^/.]+)/permissions$"] = (
    QuickSightResponse.dispatch
)
