import json
import os
from unittest import mock

from .test_stepfunctions import MachineTest, one_state, task

RETRY = [{"ErrorEquals": ["Lambda.ServiceException"], "IntervalSeconds": 1, "MaxAttempts": 1}]


def caught(error="States.ALL"):
    return [{"ErrorEquals": [error], "ResultPath": "$.error", "Next": "Caught"}]


class StateFaultsTest(MachineTest):
    """The fault "state", on a machine whose only task counts its calls."""

    def setUp(self):
        super().setUp()
        self.calls = []
        self.function(self.count)
        pace = mock.patch.dict(os.environ, STANDIN_MAX_WAIT_SECONDS="0.05")
        pace.start()
        self.addCleanup(pace.stop)

    def count(self, event):
        self.calls.append(event)
        return {"call": len(self.calls)}

    def fault(self, **fault):
        status, body = self.call("PUT", "/standin/faults", {"state": fault})
        self.assertEqual(200, status, body)

    def taken(self):
        fault = self.call("GET", "/standin/faults")[1]["state"]
        return fault.get("taken", {})

    def invoke(self, **more):
        return task("lambda:invoke", {"FunctionName": "export", "Payload": {}}, OutputPath="$.Payload", **more)

    def two_states(self, **more):
        invoke = {key: value for key, value in self.invoke(**more).items() if key != "End"}
        caught_state = {"Type": "Pass", "End": True}
        return {"StartAt": "Only", "States": {"Only": {**invoke, "Next": "Caught"}, "Caught": caught_state}}

    def test_a_refused_state_never_reaches_the_service(self):
        self.fault(name="Only", error="Lambda.ServiceException", cause="busy")

        ended = self.run_machine(one_state(self.invoke()))

        self.assertEqual(("FAILED", "Lambda.ServiceException", "busy"), (ended["status"], ended["error"], ended["cause"]))
        self.assertEqual([], self.calls)

    def test_a_repeated_state_is_refused_as_often_as_asked(self):
        self.fault(name="*", error="Lambda.ServiceException", times=1)

        output = self.succeeded(one_state(self.invoke(Retry=RETRY)))

        self.assertEqual({"call": 1}, output)
        self.assertEqual({"Only": 1}, self.taken())

    def test_a_lost_answer_leaves_its_effect(self):
        self.fault(name="Only", error="Lambda.ServiceException", when="after")

        output = self.succeeded(one_state(self.invoke(Retry=RETRY)))

        self.assertEqual({"call": 2}, output)

    def test_an_empty_answer_has_nothing_that_a_path_could_find(self):
        self.fault(name="Only", when="empty")

        ended = self.run_machine(self.two_states(ResultSelector={"call.$": "$.Payload.call"}, Catch=caught()))

        self.assertEqual(("FAILED", "States.Runtime"), (ended["status"], ended["error"]))
        self.assertEqual(1, len(self.calls))

    def test_each_branch_counts_by_the_name_of_its_state(self):
        self.fault(name="Only", error="Lambda.ServiceException", times=1)
        processor = {"ProcessorConfig": {"Mode": "INLINE"}, **one_state(self.invoke(Retry=RETRY))}
        over = {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "ItemProcessor": processor, "End": True}

        output = self.succeeded({"StartAt": "Over", "States": {"Over": over}}, {"items": [1, 2]})

        self.assertEqual([{"call": 1}, {"call": 2}], output)
        self.assertEqual({"Only": 1}, self.taken())

    def test_a_map_is_refused_as_a_whole(self):
        self.fault(name="Over", error="States.DataLimitExceeded")
        processor = {"ProcessorConfig": {"Mode": "INLINE"}, **one_state(self.invoke())}
        over = {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": processor, "Catch": caught(), "Next": "Caught"}

        ended = self.run_machine(
            {"StartAt": "Over", "States": {"Over": over, "Caught": {"Type": "Pass", "End": True}}}, {"items": [1]}
        )

        self.assertEqual(("FAILED", "States.DataLimitExceeded"), (ended["status"], ended["error"]))
        self.assertEqual([], self.calls)

    def test_a_held_state_goes_on_when_it_is_let_go(self):
        self.fault(name="Only", status="RUNNING")
        arn = self.machine(one_state(self.invoke()))
        started = self.sfn.start_execution(stateMachineArn=arn)["executionArn"]
        self.eventually(self.taken, lambda taken: taken == {"Only": 1})
        before = list(self.calls)

        self.call("DELETE", "/standin/faults")

        self.assertEqual("SUCCEEDED", self.execution(started)["status"])
        self.assertEqual(([], 1), (before, len(self.calls)))

    def test_a_held_state_that_is_stopped_is_never_called(self):
        self.fault(name="Only", status="RUNNING")
        arn = self.machine(self.two_states(Catch=caught()))
        started = self.sfn.start_execution(stateMachineArn=arn)["executionArn"]
        self.eventually(self.taken, lambda taken: taken == {"Only": 1})

        self.sfn.stop_execution(executionArn=started)

        history = lambda: self.sfn.get_execution_history(executionArn=started)["events"]  # noqa: E731
        self.eventually(history, lambda found: found[-1]["type"] == "ExecutionAborted")
        self.assertEqual([], self.calls)


class ErrorsTest(MachineTest):
    """Which errors a Catch of States.ALL stops."""

    def outcome(self, state, given=None):
        definition = {"StartAt": "Only", "States": {"Only": state, "Caught": {"Type": "Pass", "End": True}}}
        ended = self.run_machine(definition, given)
        return ended["status"], ended.get("error") or json.loads(ended["output"])["error"]["Error"]

    def look(self, **more):
        state = task("aws-sdk:sts:getCallerIdentity", {}, Catch=caught(), **more)
        return {key: value for key, value in state.items() if key != "End"} | {"Next": "Caught"}

    def test_none_that_a_path_leads_nowhere(self):
        self.assertEqual(("FAILED", "States.Runtime"), self.outcome(self.look(ResultSelector={"x.$": "$.none"})))

    def test_none_that_a_function_finds_no_argument(self):
        selector = {"x.$": "States.StringToJson($.none)"}

        self.assertEqual(("FAILED", "States.Runtime"), self.outcome(self.look(ResultSelector=selector)))

    def test_one_of_a_function_that_cannot_do_its_work(self):
        selector = {"x.$": "States.StringToJson($.Account)", "y.$": "States.ArrayGetItem($.Account, 7)"}

        self.assertEqual(("SUCCEEDED", "States.IntrinsicFailure"), self.outcome(self.look(ResultSelector=selector)))

    def test_none_of_dynamodb_that_dynamodb_never_said(self):
        state = task("dynamodb:getItem", {"TableName": "runs", "Key": {"id": {"S.$": "$.none"}}}, Catch=caught())
        state = {key: value for key, value in state.items() if key != "End"} | {"Next": "Caught"}

        self.assertEqual(("FAILED", "States.Runtime"), self.outcome(state))
