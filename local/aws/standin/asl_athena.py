"""arn:aws:states:::athena:...: the optimised integration that moto counts among the unsupported services."""

import json
from datetime import datetime

from botocore.exceptions import ClientError
from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service_factory as factory
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.resource import ResourceCondition
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

from . import athena
from .asl import client_for
from .patching import replace_everywhere

_LOOK_SECONDS = 0.2
_PARAMETERS = {
    "startqueryexecution": {
        "ClientRequestToken",
        "ExecutionParameters",
        "QueryExecutionContext",
        "QueryString",
        "ResultConfiguration",
        "ResultReuseConfiguration",
        "WorkGroup",
    },
    "stopqueryexecution": {"QueryExecutionId"},
    "getqueryexecution": {"QueryExecutionId"},
    "getqueryresults": {"MaxResults", "NextToken", "QueryExecutionId"},
}


class StateTaskServiceAthena(StateTaskServiceCallback):
    """Athena's four actions, and .sync for the first of them."""

    def __init__(self):
        super().__init__(supported_integration_patterns={ResourceCondition.Sync})

    def _get_supported_parameters(self):
        return _PARAMETERS.get(self.resource.api_action.lower())

    def _eval_parameters(self, env):
        """moto drops unknown parameters silently; AWS refuses the definition."""
        parameters = {}
        if self.parargs is not None:
            self.parargs.eval(env=env)
            parameters = env.stack.pop()
        unknown = sorted(set(parameters) - self._get_supported_parameters())
        if unknown:
            raise RuntimeError(f"unknown parameter(s) {unknown} of athena:{self.resource.api_action}")
        return parameters

    def _eval_service_task(self, env, resource_runtime_part, normalised_parameters, state_credentials):
        call = getattr(_client(resource_runtime_part, state_credentials), self._get_boto_service_action())
        env.stack.append(_plain(call(**normalised_parameters)))

    def _eval_integration_pattern(self, env, resource_runtime_part, normalised_parameters, state_credentials):
        """Replaced whole: moto's own wants to interrupt a callback, which only task tokens have."""
        started = env.stack.pop()
        client = _client(resource_runtime_part, state_credentials)
        while env.is_running():
            if not athena.await_end(started["QueryExecutionId"], _LOOK_SECONDS):
                continue
            done = _plain(client.get_query_execution(QueryExecutionId=started["QueryExecutionId"]))
            state = done["QueryExecution"]["Status"]["State"]
            if state == "SUCCEEDED":
                env.stack.append(done)
                return
            if state in ("FAILED", "CANCELLED"):
                failed = StatesErrorNameType.StatesTaskFailed
                cause = json.dumps(done["QueryExecution"])
                raise FailureEventException(self._failure(env, StatesErrorName(typ=failed), failed.to_name(), cause))

    def _from_error(self, env, ex):
        if isinstance(ex, ClientError):
            error = f"Athena.{ex.response['Error']['Code']}"
            return self._failure(env, CustomErrorName(error), error, ex.response["Error"]["Message"])
        return super()._from_error(env=env, ex=ex)

    def _failure(self, env, error_name, error, cause):
        details = TaskFailedEventDetails(
            error=error,
            cause=cause,
            resource=self._get_sfn_resource(),
            resourceType=self._get_sfn_resource_type(),
        )
        return FailureEvent(
            env=env,
            error_name=error_name,
            event_type=HistoryEventType.TaskFailed,
            event_details=EventDetails(taskFailedEventDetails=details),
        )


def _client(part, credentials):
    return client_for(region=part.region, service="athena", state_credentials=credentials)


def _plain(value):
    """An answer without its HTTP part, times in milliseconds."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key != "ResponseMetadata"}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value.timestamp() * 1000) if isinstance(value, datetime) else value


_original_service_for = factory.state_task_service_for


def service_for(service_name):
    """The one place where moto picks the class of a task."""
    return StateTaskServiceAthena() if service_name == "athena" else _original_service_for(service_name)


replace_everywhere(_original_service_for, service_for)
