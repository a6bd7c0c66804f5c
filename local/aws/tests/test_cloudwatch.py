from .base import StandInTest


class ArmingTest(StandInTest):
    def setUp(self):
        super().setUp()
        self.cloudwatch = self.client("cloudwatch")
        self.cloudwatch.put_metric_alarm(
            AlarmName="silence",
            Namespace="shop",
            MetricName="Published",
            Statistic="Sum",
            Period=3600,
            EvaluationPeriods=26,
            Threshold=1,
            ComparisonOperator="LessThanThreshold",
            ActionsEnabled=False,
        )

    def armed(self):
        return self.cloudwatch.describe_alarms(AlarmNames=["silence"])["MetricAlarms"][0]["ActionsEnabled"]

    def test_an_alarm_is_armed_and_disarmed(self):
        self.assertFalse(self.armed())

        self.cloudwatch.enable_alarm_actions(AlarmNames=["silence"])
        self.assertTrue(self.armed())

        self.cloudwatch.disable_alarm_actions(AlarmNames=["silence"])
        self.assertFalse(self.armed())

    def test_names_that_no_alarm_has_are_passed_over(self):
        self.cloudwatch.enable_alarm_actions(AlarmNames=["another"])

        self.assertFalse(self.armed())
