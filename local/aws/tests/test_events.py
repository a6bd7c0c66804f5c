import json

from standin.input_transformer import InvalidTemplate, target_input

from .base import ACCOUNT, REGION
from .test_stepfunctions import MachineTest, one_state

EVENT = {
    "source": "aws.states",
    "detail-type": "Step Functions Execution Status Change",
    "time": "2026-11-20T18:05:00Z",
    "resources": ["arn:a"],
    "detail": {"name": "r1", "cause": 'no "snapshot"', "stopDate": 7, "error": None},
}
RULE = {"arn": "arn:rule", "name": "failed"}


class TargetInputTest(MachineTest):
    def fill(self, template, **paths):
        target = {"InputTransformer": {"InputPathsMap": paths, "InputTemplate": template}}
        return target_input(target, EVENT, RULE)

    def test_sends_the_whole_event_a_part_or_a_constant(self):
        self.assertEqual(EVENT, json.loads(target_input({}, EVENT, RULE)))
        self.assertEqual("r1", json.loads(target_input({"InputPath": "$.detail.name"}, EVENT, RULE)))
        self.assertEqual('{"step": "CleanUp"}', target_input({"Input": '{"step": "CleanUp"}'}, EVENT, RULE))

    def test_fills_text(self):
        text = self.fill('"Run <name> failed: <cause>"', name="$.detail.name", cause="$.detail.cause")

        self.assertEqual('Run r1 failed: no "snapshot"', json.loads(text))

    def test_fills_json_with_values_of_their_own_type(self):
        paths = {"name": "$.detail.name", "stop": "$.detail.stopDate", "type": "$.detail-type"}

        text = self.fill('{"name": <name>, "stop": <stop>, "type": "<type>"}', **paths)

        self.assertEqual({"name": "r1", "stop": 7, "type": EVENT["detail-type"]}, json.loads(text))

    def test_fills_nothing_for_what_the_event_lacks(self):
        self.assertEqual('"cause: "', self.fill('"cause: <error>"', error="$.detail.error"))
        self.assertEqual('"cause: "', self.fill('"cause: <other>"', other="$.detail.other"))

    def test_knows_the_rule_and_leaves_other_brackets_alone(self):
        self.assertEqual('"failed <b>"', self.fill('"<aws.events.rule-name> <b>"'))

    def test_refuses_a_template_that_is_no_json_once_filled(self):
        with self.assertRaises(InvalidTemplate):
            self.fill('{"name": r<name>}', name="$.detail.name")


class ExecutionEventsTest(MachineTest):
    FAIL = one_state({"Type": "Fail", "Error": "ExportFailed", "Cause": "disk full"})
    PATTERN = {
        "source": ["aws.states"],
        "detail-type": ["Step Functions Execution Status Change"],
        "detail": {"status": ["FAILED", "TIMED_OUT", "ABORTED"], "stateMachineArn": [{"suffix": ":nightly"}]},
    }

    def setUp(self):
        super().setUp()
        self.events = self.client("events")
        self.topic = self.client("sns").create_topic(Name="alerts")["TopicArn"]

    def rule(self, *targets, state="ENABLED", pattern=None):
        self.events.put_rule(Name="failed", EventPattern=json.dumps(pattern or self.PATTERN), State=state)
        shaped = [{"Id": str(number), **target} for number, target in enumerate(targets)]
        self.events.put_targets(Rule="failed", Targets=shaped)

    def notifications(self):
        return [one["message"] for one in self.call("GET", "/standin/notifications")[1]]

    def test_a_failed_execution_is_told_to_a_topic(self):
        self.rule({"Arn": self.topic})

        ended = self.run_machine(self.FAIL, {"a": 1})

        event = json.loads(self.eventually(self.notifications, bool)[0])
        detail = event["detail"]
        self.assertEqual(("aws.states", ACCOUNT, REGION), (event["source"], event["account"], event["region"]))
        self.assertEqual([ended["executionArn"]], event["resources"])
        self.assertEqual(ended["stateMachineArn"], detail["stateMachineArn"])
        self.assertEqual({"a": 1}, json.loads(detail["input"]))
        self.assertEqual(("FAILED", "ExportFailed", "disk full"), (detail["status"], detail["error"], detail["cause"]))
        self.assertLessEqual(detail["startDate"], detail["stopDate"])
        self.assertIsNone(detail["output"])

    def test_a_transformer_makes_the_text(self):
        paths = {"name": "$.detail.name", "error": "$.detail.error"}
        transformer = {"InputPathsMap": paths, "InputTemplate": '"<error> in <name>"'}
        self.rule({"Arn": self.topic, "InputTransformer": transformer})

        ended = self.run_machine(self.FAIL)

        self.assertEqual([f'"ExportFailed in {ended["name"]}"'], self.eventually(self.notifications, bool))

    def test_a_stopped_and_a_timed_out_execution_are_told_too(self):
        self.rule({"Arn": self.topic, "InputPath": "$.detail.status"})
        wait = one_state({"Type": "Wait", "Seconds": 30, "End": True})
        arn = self.machine(wait)
        self.sfn.stop_execution(executionArn=self.sfn.start_execution(stateMachineArn=arn)["executionArn"])
        self.eventually(self.notifications, lambda found: found == ['"ABORTED"'])
        self.sfn.update_state_machine(stateMachineArn=arn, definition=json.dumps({**wait, "TimeoutSeconds": 1}))

        self.sfn.start_execution(stateMachineArn=arn)

        self.eventually(self.notifications, lambda found: found == ['"ABORTED"', '"TIMED_OUT"'])

    def test_says_nothing_of_what_the_rule_does_not_mean(self):
        every = {**self.PATTERN, "detail": {"status": ["SUCCEEDED"]}}
        self.rule({"Arn": self.topic})
        self.events.put_rule(Name="succeeded", EventPattern=json.dumps(every))
        self.events.put_targets(Rule="succeeded", Targets=[{"Id": "1", "Arn": self.topic, "Input": '"last"'}])

        self.run_machine(self.FAIL, name="weekly")
        self.run_machine(one_state({"Type": "Pass", "End": True}), name="nightly")

        self.assertEqual(['"last"'], self.eventually(self.notifications, bool))

    def test_a_disabled_rule_says_nothing(self):
        self.rule({"Arn": self.topic}, state="DISABLED")
        self.events.put_rule(Name="enabled", EventPattern=json.dumps(self.PATTERN))
        self.events.put_targets(Rule="enabled", Targets=[{"Id": "1", "Arn": self.topic, "Input": '"enabled"'}])

        self.run_machine(self.FAIL)

        self.assertEqual(['"enabled"'], self.eventually(self.notifications, bool))

    def test_invokes_a_function(self):
        seen = []
        self.function(lambda event: seen.append(event), name="export")
        function = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:export"
        self.rule({"Arn": function, "Input": '{"step": "CleanUp"}'}, {"Arn": self.topic})

        self.run_machine(self.FAIL)

        self.assertEqual([{"step": "CleanUp"}], self.eventually(lambda: seen, bool))
        self.assertEqual(1, len(self.eventually(self.notifications, bool)))

    def test_delivers_what_a_caller_puts(self):
        self.rule({"Arn": self.topic, "InputPath": "$.detail"}, pattern={"source": ["own"]})

        self.events.put_events(Entries=[{"Source": "own", "DetailType": "Published", "Detail": '{"run": "r1"}'}])

        self.assertEqual([{"run": "r1"}], [json.loads(one) for one in self.notifications()])
