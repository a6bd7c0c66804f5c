"""CloudWatch: composite alarms, and alarms that are armed later."""

from moto.cloudwatch.models import Alarm
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import EmptyResult

from .patching import adds, replaces


@adds(CloudWatchResponse)
def put_composite_alarm(self):
    """The action is missing, but moto's code for metric alarms takes the rule of a composite one."""
    return self.put_metric_alarm()


# The serialiser looks for the name that AWS uses.
Alarm.alarm_rule = property(lambda self: self.rule)


@replaces(CloudWatchResponse)
def enable_alarm_actions(original, self):
    """moto refuses it as not implemented. AWS passes over names that no alarm has."""
    return _act(self, True)


@replaces(CloudWatchResponse)
def disable_alarm_actions(original, self):
    """As above."""
    return _act(self, False)


def _act(response: CloudWatchResponse, enabled: bool) -> EmptyResult:
    alarms = response.cloudwatch_backend.alarms
    for name in response._get_param("AlarmNames", []):
        if name in alarms:
            alarms[name].actions_enabled = enabled
    return EmptyResult()
