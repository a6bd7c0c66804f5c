"""CloudWatch: composite alarms."""

from moto.cloudwatch.models import Alarm
from moto.cloudwatch.responses import CloudWatchResponse

from .patching import adds


@adds(CloudWatchResponse)
def put_composite_alarm(self):
    """The action is missing, but moto's code for metric alarms takes the rule of a composite one."""
    return self.put_metric_alarm()


# The serialiser looks for the name that AWS uses.
Alarm.alarm_rule = property(lambda self: self.rule)
