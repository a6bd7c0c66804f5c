"""The interpreter of state machines: what it must do differently to behave as AWS does."""

import functools
import re
import threading
import time
from datetime import datetime

import boto3
import botocore.session

# The whole interpreter has to be loaded before functions that its modules imported by value can be replaced.
import moto.stepfunctions.parser.asl.parse.asl_parser  # noqa: F401
from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.response import StreamingBody
from moto.settings import moto_server_port
from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails, TaskTimedOutEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.error_equals_decl import ErrorEqualsDecl
from moto.stepfunctions.parser.asl.component.common.error_name.error_name import ErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.intrinsic.function.statesfunction.states_function import StatesFunction
from moto.stepfunctions.parser.asl.component.state import state as any_state
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration import iteration_worker
from moto.stepfunctions.parser.asl.component.state.exec.state_parallel import branches_decl
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_aws_sdk as aws_sdk,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_glue as optimised_glue,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.resource import ResourceCondition
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_dynamodb import (
    StateTaskServiceDynamoDB,
)
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import WaitFunction
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.eval.program_state import ProgramStopped
from moto.stepfunctions.parser.asl.utils import boto_client, json_path
from moto.stepfunctions.parser.backend import execution_worker

from . import settings
from .clock import make_times_text, time_text
from .patching import replace_everywhere, replaces

_ROLE = re.compile(r"arn:aws[^:]*:iam::(\d{12}):role/")
_INDEX_INSIDE = re.compile(r"\[\d+\]\.[^\[\]*:?@]+$")
_MANY = re.compile(r"\[\*\]|\[\?|:|\.\.")

# Catch and Retry match on these names, and AWS writes them with the service's own capitals.
aws_sdk._SERVICE_ERROR_NAMES.update(
    {
        "athena": "Athena",
        "cloudwatch": "CloudWatch",
        "glue": "Glue",
        "kms": "Kms",
        "lambda": "Lambda",
        "quicksight": "QuickSight",
        "rds": "Rds",
        "s3": "S3",
        "sns": "Sns",
        "sqs": "Sqs",
        "sts": "Sts",
    }
)

# Without it every glue:startJobRun.sync fails: moto interrupts a callback that only task tokens have.
optimised_glue._SUPPORTED_INTEGRATION_PATTERNS.add(ResourceCondition.WaitForTaskToken)

_WAIT_SLICE_SECONDS = 0.5

# No Retry and no Catch stops these, States.ALL neither: the execution fails at once.
# https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
_NOT_CAUGHT = {"States.Runtime", "States.DataLimitExceeded"}

_making_clients = threading.Lock()
_models = botocore.session.get_session()
_original_extract_json = json_path.extract_json
_original_client_for = boto_client.boto_client_for


def extract_json(path, data):
    """moto answers $.a[0].b with a list of one element, so no Choice ever matches it."""
    value = _original_extract_json(path, data)
    definite = _INDEX_INSIDE.search(path) and not _MANY.search(path)
    return value[0] if definite and isinstance(value, list) and len(value) == 1 else value


def client_for(region, service, state_credentials=None):
    """moto ignores the role and always calls as its default account; a machine acts in the account of its role."""
    role = getattr(state_credentials, "role_arn", None) or ""
    with _making_clients:
        return _client_of(moto_server_port(), region, service, role)


@functools.cache
def _client_of(_port, region, service, role):
    """Kept, because making one costs more than most of its calls."""
    client = _original_client_for(region=region, service=service)
    match = _ROLE.match(role)
    if not match or match.group(1) == settings.account():
        return client
    sts = _original_client_for(region=region, service="sts")
    got = sts.assume_role(RoleArn=role, RoleSessionName="states")["Credentials"]
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=client.meta.endpoint_url,
        config=client.meta.config,
        aws_access_key_id=got["AccessKeyId"],
        aws_secret_access_key=got["SecretAccessKey"],
        aws_session_token=got["SessionToken"],
    )


replace_everywhere(_original_extract_json, extract_json)
replace_everywhere(_original_client_for, client_for)


@replaces(aws_sdk.StateTaskServiceAwsSdk, "_normalise_parameters")
def parameters_of_sdk_task(original, self, parameters, **kwargs):
    """AWS wants the Java SDK's spelling and refuses others; moto takes the API's spelling, so typing errors pass."""
    operation = _operation(self)
    if operation is None or operation.input_shape is None:
        return
    known = {self._to_sfn_cased(member) for member in operation.input_shape.members}
    unknown = [name for name in parameters if name not in known]
    if unknown:
        raise RuntimeError(f"unknown parameter(s) {unknown} of {operation.name}; known are {sorted(known)}")
    self._to_boto_request(parameters, operation.input_shape)


@replaces(aws_sdk.StateTaskServiceAwsSdk, "_normalise_response")
def response_of_sdk_task(original, self, response, **kwargs):
    """The Java SDK's spelling on the way back too, and times as text."""
    operation = _operation(self)
    if operation is not None and operation.output_shape is not None:
        self._from_boto_response(response, operation.output_shape)
    if isinstance(response, (dict, list)):
        make_times_text(response)


@replaces(aws_sdk.StateTaskServiceAwsSdk, "_eval_service_task")
def answer_of_sdk_task(original, self, env, **kwargs):
    """An object's body is text, which moto leaves as a stream that no state can hold."""
    original(self, env=env, **kwargs)
    answer = env.stack[-1]
    if isinstance(answer, dict) and isinstance(answer.get("Body"), StreamingBody):
        answer["Body"] = answer["Body"].read().decode()


@replaces(WaitFunction, "_wait_interval")
def wait(original, self, env, wait_seconds):
    """A local run need not poll at the pace of the cloud; and moto, once disturbed, does not count to the end."""
    end = time.monotonic() + _shortened(wait_seconds)
    while env.is_running() and (left := end - time.monotonic()) > 0:
        env.program_state_event.wait(min(left, _WAIT_SLICE_SECONDS))


class _RetryClock:
    """Stands in for the module time where a retrier sleeps."""

    @staticmethod
    def sleep(seconds: float) -> None:
        time.sleep(_shortened(seconds))


retrier_decl.time = _RetryClock


def name_of_any_error(error_name: str | None) -> ErrorName:
    """A branch and an iteration can fail with States.TaskFailed; moto takes their errors for names of our own.

    Those must not begin with States., so its refusal to say so hid the failure and no Catch saw it.
    """
    try:
        return CustomErrorName(error_name)
    except ValueError:
        return StatesErrorName.from_name(error_name)


branches_decl.CustomErrorName = name_of_any_error
iteration_worker.CustomErrorName = name_of_any_error


def failure_of(env, error: str, cause: str | None) -> FailureEventException:
    """What a task that failed raises."""
    given = {"error": error} if cause is None else {"error": error, "cause": cause}
    if error == StatesErrorNameType.StatesTimeout.to_name():
        event = HistoryEventType.TaskTimedOut
        details = EventDetails(taskTimedOutEventDetails=TaskTimedOutEventDetails(**given))
    else:
        event = HistoryEventType.TaskFailed
        details = EventDetails(taskFailedEventDetails=TaskFailedEventDetails(**given))
    return FailureEventException(
        FailureEvent(env=env, error_name=name_of_any_error(error), event_type=event, event_details=details)
    )


@replaces(StatesFunction, "eval")
def intrinsic_function(original, self, env):
    """moto has no name of its own for a function that cannot do its work, so it would be States.Runtime."""
    try:
        original(self, env)
    except (FailureEventException, json_path.NoSuchJsonPathError):
        raise
    except Exception as error:
        raise failure_of(env, StatesErrorNameType.StatesIntrinsicFailure.to_name(), str(error)) from error


@replaces(ErrorEqualsDecl, "_eval_body")
def names_the_error(original, self, env):
    """moto lets States.ALL catch every error."""
    if env.stack[-1] is not None and env.stack[-1].error_name in _NOT_CAUGHT:
        env.stack.pop()
        env.stack.append(False)
    else:
        original(self, env)


@replaces(StateTaskServiceDynamoDB, "_from_error")
def error_of_a_dynamodb_task(original, self, env, ex):
    """moto takes what no service said, a time-out or a path that leads nowhere, for an answer of DynamoDB."""
    if isinstance(ex, ClientError):
        return original(self, env=env, ex=ex)
    return super(StateTaskServiceDynamoDB, self)._from_error(env=env, ex=ex)


@replaces(Environment)
def set_error(original, self, error):
    """An execution that was stopped stays so, however a call ends that was under way."""
    if not isinstance(self._program_state, ProgramStopped):
        original(self, error)


def entered_state(**fields):
    """What $$.State tells. AWS writes the time in milliseconds and with a Z, moto as Python does."""
    return {**fields, "EnteredTime": time_text(datetime.fromisoformat(fields["EnteredTime"]))}


def started_execution(**fields):
    """What $$.Execution tells; moto gives a time that is no text."""
    return {**fields, "StartTime": time_text(fields["StartTime"])}


any_state.StateData = entered_state
execution_worker.ExecutionData = started_execution


def _shortened(seconds: float) -> float:
    longest = settings.max_wait_seconds()
    return seconds if longest is None else min(seconds, longest)


def _operation(task):
    return _operation_of(
        task._get_boto_service_name(), task._get_boto_service_action(), task.resource.api_action.lower()
    )


@functools.cache
def _operation_of(service: str, python_name: str, lower_case_name: str):
    model = _models.get_service_model(service)
    for name in model.operation_names:
        if xform_name(name) == python_name or name.lower() == lower_case_name:
            return model.operation_model(name)
    return None
