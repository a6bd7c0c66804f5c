import json
import os
from unittest import mock

from standin import functions

from .base import ACCOUNT, REGION, SOURCE_ACCOUNT, StandInTest

ROLE = f"arn:aws:iam::{ACCOUNT}:role/machine"


def task(resource, parameters, **more):
    return {"Type": "Task", "Resource": f"arn:aws:states:::{resource}", "Parameters": parameters, "End": True, **more}


def one_state(state):
    return {"StartAt": "Only", "States": {"Only": state}}


class MachineTest(StandInTest):
    def setUp(self):
        super().setUp()
        self.sfn = self.client("stepfunctions")

    def machine(self, definition, name="nightly", role=ROLE, client=None):
        made = (client or self.sfn).create_state_machine(name=name, definition=json.dumps(definition), roleArn=role)
        return made["stateMachineArn"]

    def execution(self, arn, client=None):
        look = lambda: (client or self.sfn).describe_execution(executionArn=arn)  # noqa: E731
        return self.eventually(look, lambda seen: seen["status"] != "RUNNING")

    def run_machine(self, definition, given=None, name="nightly", role=ROLE, client=None):
        arn = self.machine(definition, name, role, client)
        started = (client or self.sfn).start_execution(stateMachineArn=arn, input=json.dumps(given or {}))
        return self.execution(started["executionArn"], client)

    def succeeded(self, definition, given=None, **more):
        ended = self.run_machine(definition, given, **more)
        self.assertEqual("SUCCEEDED", ended["status"], ended)
        return json.loads(ended["output"])

    def function(self, handler, name="export"):
        trust = {"Statement": [{"Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        self.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))
        self.client("lambda").create_function(
            FunctionName=name,
            Runtime="java21",
            Role=f"arn:aws:iam::{ACCOUNT}:role/{name}",
            Handler="Handler::handle",
            Code={"ZipFile": b"PK\x05\x06" + bytes(18)},
        )
        functions.use_handler(name, handler)
        self.addCleanup(functions.use_handler, name, None)

    def refuse(self, event):
        raise LookupError(f"no snapshot of {event['source']}")


class StatesTest(MachineTest):
    def test_starts_a_machine_twice_without_a_name(self):
        arn = self.machine(one_state({"Type": "Pass", "End": True}))

        names = [self.sfn.start_execution(stateMachineArn=arn)["executionArn"] for _ in range(2)]

        self.assertEqual(2, len(set(names)))
        self.assertEqual(["SUCCEEDED"] * 2, [self.execution(name)["status"] for name in names])

    def test_executions_of_one_definition_share_no_data(self):
        each = {"StartAt": "Note", "States": {"Note": {"Type": "Pass", "End": True}}}
        several = {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": each, "End": True}
        arn = self.machine(one_state(several))
        given = [[1, 2, 3], ["a"], []]

        started = [
            self.sfn.start_execution(stateMachineArn=arn, input=json.dumps({"items": items})) for items in given
        ]

        ended = [self.execution(one["executionArn"]) for one in started]
        self.assertEqual(given, [json.loads(one["output"]) for one in ended])

    def test_tells_times_as_aws_writes_them(self):
        times = {
            "started.$": "States.Format('{}', $$.Execution.StartTime)",
            "entered.$": "States.Format('{}', $$.State.EnteredTime)",
        }

        output = self.succeeded(one_state({"Type": "Pass", "Parameters": times, "End": True}))

        for name in ("started", "entered"):
            self.assertRegex(output[name], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def test_joins_text_from_several_places(self):
        state = {"Type": "Pass", "Parameters": {"sql.$": "States.Format('{}{} {}', $.a, $.b, $.c.d)"}, "End": True}

        output = self.succeeded(one_state(state), {"a": "CREATE TABLE x__", "b": "r1", "c": {"d": "WITH (y = 'z')"}})

        self.assertEqual({"sql": "CREATE TABLE x__r1 WITH (y = 'z')"}, output)

    def test_chooses_by_a_value_inside_a_list(self):
        choice = {
            "StartAt": "Choose",
            "States": {
                "Choose": {
                    "Type": "Choice",
                    "Choices": [{"Variable": "$.tasks[0].status", "StringEquals": "COMPLETE", "Next": "Done"}],
                    "Default": "Wrong",
                },
                "Done": {"Type": "Succeed"},
                "Wrong": {"Type": "Fail", "Error": "Wrong"},
            },
        }

        self.assertEqual("SUCCEEDED", self.run_machine(choice, {"tasks": [{"status": "COMPLETE"}]})["status"])

    def test_fails_with_error_and_cause_from_the_input(self):
        state = {"Type": "Fail", "ErrorPath": "$.problem.Error", "CausePath": "States.Format('run {}', $.problem.Cause)"}

        ended = self.run_machine(one_state(state), {"problem": {"Error": "ExportFailed", "Cause": "disk full"}})

        self.assertEqual(("FAILED", "ExportFailed", "run disk full"), (ended["status"], ended["error"], ended["cause"]))

    def test_joins_pieces_that_numbers_choose(self):
        pieces = (
            "$.f.texts[0], States.ArrayGetItem($.values, $.f.runs[0]), $.f.texts[1],"
            " States.ArrayGetItem($.f.raw[0].texts, States.ArrayGetItem($.filled, $.f.raw[0].table))"
        )
        values = {
            "values.$": "States.Array($.nothing, $.run)",
            "filled.$": "States.Array("
            "States.MathAdd(States.ArrayLength(States.ArrayUnique(States.Array(true, $.empty.a))), -1),"
            " States.MathAdd(States.ArrayLength(States.ArrayUnique(States.Array(true, $.empty.b))), -1))",
            "f.$": "$.f",
        }
        definition = {
            "StartAt": "Values",
            "States": {
                "Values": {"Type": "Pass", "Parameters": values, "Next": "Join"},
                "Join": {
                    "Type": "Pass",
                    "Parameters": {"sql.$": f"States.Format('{{}}{{}}{{}}{{}}', {pieces})"},
                    "End": True,
                },
            },
        }
        given = {"nothing": "", "run": "r1", "empty": {"a": True, "b": False}}
        file = {"texts": ["x__", " {2,3}"], "runs": [1], "raw": [{"table": 1, "texts": ["", " b"]}]}

        self.assertEqual({"sql": "x__r1 {2,3} b"}, self.succeeded(definition, {**given, "f": file}))
        file["runs"], file["raw"][0]["table"] = [0], 0
        self.assertEqual({"sql": "x__ {2,3}"}, self.succeeded(definition, {**given, "f": file}, name="other"))

    def test_times_out_as_a_whole(self):
        wait = {**one_state({"Type": "Wait", "Seconds": 30, "End": True}), "TimeoutSeconds": 1}

        ended = self.run_machine(wait)

        self.assertEqual("TIMED_OUT", ended["status"])
        self.assertIn("stopDate", ended)

    def test_shortens_waits_on_request(self):
        with mock.patch.dict(os.environ, STANDIN_MAX_WAIT_SECONDS="0.1"):
            ended = self.run_machine(one_state({"Type": "Wait", "Seconds": 300, "End": True}))

        self.assertEqual("SUCCEEDED", ended["status"])

    def test_stops_at_once_with_error_and_cause(self):
        arn = self.machine(one_state({"Type": "Wait", "Seconds": 30, "End": True}))
        started = self.sfn.start_execution(stateMachineArn=arn)["executionArn"]

        self.sfn.stop_execution(executionArn=started, error="ByHand", cause="wrong policy")

        ended = self.sfn.describe_execution(executionArn=started)
        self.assertEqual(("ABORTED", "ByHand", "wrong policy"), (ended["status"], ended["error"], ended["cause"]))


    def test_does_not_go_on_once_stopped(self):
        seen = []
        self.function(lambda event: seen.append(event))
        wait = {"Type": "Wait", "Seconds": 1, "Next": "Invoke"}
        invoke = task("lambda:invoke", {"FunctionName": "export", "Payload": {}})
        arn = self.machine({"StartAt": "Wait", "States": {"Wait": wait, "Invoke": invoke}})
        started = self.sfn.start_execution(stateMachineArn=arn)["executionArn"]

        self.sfn.stop_execution(executionArn=started)

        history = lambda: self.sfn.get_execution_history(executionArn=started)["events"]  # noqa: E731
        events = self.eventually(history, lambda found: found[-1]["type"] == "ExecutionAborted")
        self.assertNotIn("TaskStateEntered", [event["type"] for event in events])
        self.assertEqual([], seen)


class BranchesTest(MachineTest):
    FAILING = {"StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "MaskFailed", "Cause": "users"}}}
    GOOD = {"StartAt": "Good", "States": {"Good": {"Type": "Pass", "Result": 1, "End": True}}}

    def test_a_failed_branch_fails_the_execution(self):
        ended = self.run_machine(one_state({"Type": "Parallel", "Branches": [self.GOOD, self.FAILING], "End": True}))

        self.assertEqual(("FAILED", "MaskFailed"), (ended["status"], ended["error"]))

    def test_a_failed_branch_can_be_caught(self):
        catch = [{"ErrorEquals": ["MaskFailed"], "ResultPath": "$.error", "Next": "Caught"}]
        definition = {
            "StartAt": "Mask",
            "States": {
                "Mask": {"Type": "Parallel", "Branches": [self.GOOD, self.FAILING], "Catch": catch, "End": True},
                "Caught": {"Type": "Pass", "End": True},
            },
        }

        output = self.succeeded(definition, {"run": "r1"})

        self.assertEqual({"run": "r1", "error": {"Error": "MaskFailed", "Cause": "users"}}, output)

    def test_branches_answer_in_their_order(self):
        output = self.succeeded(one_state({"Type": "Parallel", "Branches": [self.GOOD, self.GOOD], "End": True}))

        self.assertEqual([1, 1], output)

    def map_over(self, processor, **more):
        config = {"ProcessorConfig": {"Mode": "INLINE"}}
        return one_state(
            {"Type": "Map", "ItemsPath": "$.tables", "ItemProcessor": {**config, **processor}, "End": True, **more}
        )

    def test_maps_over_items(self):
        processor = {
            "StartAt": "Name",
            "States": {"Name": {"Type": "Pass", "Parameters": {"full.$": "States.Format('{}__{}', $.t, $.r)"}, "End": True}},
        }
        selector = {"t.$": "$$.Map.Item.Value", "r.$": "$.run"}

        output = self.succeeded(
            self.map_over(processor, ItemSelector=selector, MaxConcurrency=2), {"tables": ["a", "b"], "run": "r1"}
        )

        self.assertEqual([{"full": "a__r1"}, {"full": "b__r1"}], output)

    def test_a_failed_item_fails_the_map_with_its_own_error(self):
        ended = self.run_machine(self.map_over(self.FAILING), {"tables": ["a", "b"]})

        self.assertEqual(("FAILED", "MaskFailed", "users"), (ended["status"], ended["error"], ended["cause"]))


class TasksTest(MachineTest):
    def test_invokes_a_function(self):
        self.function(lambda event: {"runId": "r-" + event["source"]})
        state = task("lambda:invoke", {"FunctionName": "export", "Payload": {"source.$": "$.source"}}, OutputPath="$.Payload")

        self.assertEqual({"runId": "r-learning"}, self.succeeded(one_state(state), {"source": "learning"}))

    def test_a_functions_error_keeps_its_name_and_message(self):
        self.function(self.refuse)

        ended = self.run_machine(one_state(task("lambda:invoke", {"FunctionName": "export", "Payload.$": "$"})), {"source": "a"})

        self.assertEqual(("FAILED", "LookupError"), (ended["status"], ended["error"]))
        self.assertEqual("no snapshot of a", json.loads(ended["cause"])["errorMessage"])

    def test_retries_a_throttled_call(self):
        self.client("glue").create_database(DatabaseInput={"Name": "raw"})
        fault = {"service": "glue", "action": "get_database", "error": "ThrottlingException", "times": 2}
        self.call("PUT", "/standin/faults", {"sdk": fault})
        retry = [{"ErrorEquals": ["Glue.ThrottlingException"], "IntervalSeconds": 1, "MaxAttempts": 2}]

        with mock.patch.dict(os.environ, STANDIN_MAX_WAIT_SECONDS="0.1"):
            output = self.succeeded(one_state(task("aws-sdk:glue:getDatabase", {"Name": "raw"}, Retry=retry)))

        self.assertEqual("raw", output["Database"]["Name"])

    def test_an_sdk_error_has_the_name_that_catch_wants(self):
        ended = self.run_machine(one_state(task("aws-sdk:glue:getTable", {"DatabaseName": "none", "Name": "x"})))

        self.assertEqual("Glue.EntityNotFoundException", ended["error"])

    def test_refuses_a_misspelt_parameter(self):
        ended = self.run_machine(one_state(task("aws-sdk:glue:getTable", {"databaseName": "raw", "Name": "x"})))

        self.assertEqual("FAILED", ended["status"])
        self.assertIn("databaseName", ended["cause"])

    def test_uses_the_java_spelling_of_the_answer(self):
        made = {"account": ACCOUNT, "region": REGION, "kind": "INSTANCE", "identifier": "learning"}
        self.call("PUT", "/standin/snapshots", made)
        state = task("aws-sdk:rds:describeDBSnapshots", {"DbInstanceIdentifier": "learning"})

        snapshot = self.succeeded(one_state(state))["DbSnapshots"][0]

        self.assertEqual("learning", snapshot["DbInstanceIdentifier"])
        self.assertIsInstance(snapshot["SnapshotCreateTime"], str)

    def test_looks_at_another_execution(self):
        other = self.run_machine(one_state({"Type": "Pass", "End": True}), name="other")
        state = task("aws-sdk:sfn:describeExecution", {"ExecutionArn.$": "$.arn"}, ResultSelector={"status.$": "$.Status"})

        self.assertEqual({"status": "SUCCEEDED"}, self.succeeded(one_state(state), {"arn": other["executionArn"]}))

    def test_reads_an_object_as_text(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="masked", CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_object(Bucket="masked", Key="a.json", Body='{"sql": ["SELECT \'東京\'\\n", ""], "n": 1}'.encode())
        file = task(
            "aws-sdk:s3:getObject",
            {"Bucket": "masked", "Key.$": "$.key"},
            ResultSelector={"file.$": "States.StringToJson($.Body)"},
        )

        output = self.succeeded(one_state(file), {"key": "a.json"})

        self.assertEqual({"file": {"sql": ["SELECT '東京'\n", ""], "n": 1}}, output)

    def test_says_which_object_is_missing(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="masked", CreateBucketConfiguration={"LocationConstraint": REGION})

        ended = self.run_machine(one_state(task("aws-sdk:s3:getObject", {"Bucket": "masked", "Key": "a.json"})))

        self.assertEqual(("FAILED", "S3.NoSuchKeyException"), (ended["status"], ended["error"]))

    def test_says_which_execution_is_gone(self):
        gone = f"arn:aws:states:{REGION}:{ACCOUNT}:execution:nightly:gone"

        ended = self.run_machine(one_state(task("aws-sdk:sfn:describeExecution", {"ExecutionArn": gone})))

        self.assertEqual(("FAILED", "Sfn.ExecutionDoesNotExistException"), (ended["status"], ended["error"]))

    def test_acts_in_the_account_of_its_role(self):
        theirs = self.client("stepfunctions", SOURCE_ACCOUNT)
        role = f"arn:aws:iam::{SOURCE_ACCOUNT}:role/machine"

        ended = self.run_machine(one_state(task("aws-sdk:sts:getCallerIdentity", {})), role=role, client=theirs)

        self.assertEqual(SOURCE_ACCOUNT, json.loads(ended["output"])["Account"])

    def test_acts_in_another_account_with_credentials(self):
        credentials = {"RoleArn": f"arn:aws:iam::{SOURCE_ACCOUNT}:role/caller"}

        output = self.succeeded(one_state(task("aws-sdk:sts:getCallerIdentity", {}, Credentials=credentials)))

        self.assertEqual(SOURCE_ACCOUNT, output["Account"])


class RunsTableTest(MachineTest):
    """The lock and the published run: what the nightly machine does with DynamoDB."""

    def setUp(self):
        super().setUp()
        self.client("dynamodb").create_table(
            TableName="runs",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
        )

    def take_lock(self, name):
        item = {"id": {"S": "lock/learning"}, "owner": {"S.$": "$$.Execution.Id"}}
        parameters = {"TableName": "runs", "Item": item, "ConditionExpression": "attribute_not_exists(id)"}
        return self.run_machine(one_state(task("dynamodb:putItem", parameters)), name=name)

    def test_only_one_execution_gets_the_lock(self):
        first, second = self.take_lock("first"), self.take_lock("second")

        held = self.client("dynamodb").get_item(TableName="runs", Key={"id": {"S": "lock/learning"}})["Item"]
        self.assertEqual("SUCCEEDED", first["status"])
        self.assertEqual("DynamoDB.ConditionalCheckFailedException", second["error"])
        self.assertEqual(first["executionArn"], held["owner"]["S"])

    def test_reads_a_missing_item_as_an_absent_field(self):
        state = task("dynamodb:getItem", {"TableName": "runs", "Key": {"id": {"S": "published/learning"}}})

        self.assertNotIn("Item", self.succeeded(one_state(state)))

    def test_an_owner_alone_gives_the_lock_back(self):
        self.take_lock("first")
        parameters = {
            "TableName": "runs",
            "Key": {"id": {"S": "lock/learning"}},
            "ConditionExpression": "#o = :me",
            "ExpressionAttributeNames": {"#o": "owner"},
            "ExpressionAttributeValues": {":me": {"S.$": "$$.Execution.Id"}},
        }

        ended = self.run_machine(one_state(task("dynamodb:deleteItem", parameters)), name="stranger")

        self.assertEqual("DynamoDB.ConditionalCheckFailedException", ended["error"])
