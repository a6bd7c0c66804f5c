"""Step Functions: the API around the interpreter, and the event that ends each execution."""

import copy
import json
import threading
import time
import uuid
from datetime import datetime, timezone

import moto.core.config as moto_config
from moto.stepfunctions.models import StateMachine
from moto.stepfunctions.parser.api import ExecutionStatus
from moto.stepfunctions.parser.backend.execution import BaseExecutionWorkerCommunication, Execution
from moto.stepfunctions.parser.models import StepFunctionsParserBackend
from moto.stepfunctions.responses import StepFunctionResponse

from . import asl, asl_athena, asl_faults, events  # noqa: F401 - importing asl_... corrects the interpreter
from .clock import make_times_text
from .patching import adds, replaces

_START_SECONDS = 10
_ending = threading.Lock()

# The interpreter is off by default, and moto's own HTTP route for settings refuses this one.
moto_config.default_user_config["stepfunctions"]["execute_state_machine"] = True


@adds(StepFunctionResponse)
def validate_state_machine_definition(self):
    """The Terraform provider calls it at plan and apply. Creation parses the definition; this always agrees."""
    return json.dumps({"result": "OK", "diagnostics": [], "truncated": False})


@adds(StepFunctionResponse)
def list_state_machine_versions(self):
    """The Terraform provider calls it on every read."""
    return json.dumps({"stateMachineVersions": []})


@adds(StateMachine, "__deepcopy__")
def copy_without_executions(self, memo):
    """A second start copies the machine with its executions, whose locks cannot be copied."""
    memo[id(self.executions)] = []
    memo[id(self.backend)] = self.backend
    twin = self.__class__.__new__(self.__class__)
    memo[id(self)] = twin
    for name, value in self.__dict__.items():
        setattr(twin, name, copy.deepcopy(value, memo))
    return twin


@replaces(StepFunctionsParserBackend)
def start_execution(original, self, state_machine_arn, name=None, *args, **kwargs):
    """moto calls an execution without a name "None", so a machine could be started only once that way."""
    return original(self, state_machine_arn, name or str(uuid.uuid4()), *args, **kwargs)


@replaces(Execution)
def start(original, self):
    """Tells the event bus before anything can have happened: a short execution has ended when this returns."""
    self.exec_status = ExecutionStatus.RUNNING
    _announce(self)
    original(self)


@replaces(StepFunctionResponse)
def stop_execution(original, self):
    """moto forgets error and cause, and goes on saying RUNNING until the present state has ended."""
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    error, cause = self._get_param("error"), self._get_param("cause")
    with _ending:
        running = execution.exec_status == ExecutionStatus.RUNNING
        if running:
            execution.stop_date = datetime.now(timezone.utc)
            execution.error, execution.cause = error, cause
            execution.exec_status = ExecutionStatus.ABORTED
    if running:
        _environment(execution).set_stop(stop_date=execution.stop_date, error=error, cause=cause)
        _announce(execution)
    return json.dumps({"stopDate": execution.stop_date.timestamp()})


@replaces(BaseExecutionWorkerCommunication, "terminated")
def execution_ended(original, self):
    """Tells the event bus, as AWS does; and leaves no datetime in the output, which is not JSON.

    moto sets the status before output, error and cause, so a look in between would see half an end.
    """
    execution = self.execution
    with _ending:
        if execution.exec_status == ExecutionStatus.ABORTED:
            return
        original(self)
        if isinstance(execution.output, (dict, list)):
            make_times_text(execution.output)
    _announce(execution)


@replaces(StepFunctionResponse)
def describe_execution(original, self):
    """moto leaves out the end of an execution that timed out."""
    with _ending:
        result = original(self)
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    if execution.stop_date is not None:
        result.result["stopDate"] = execution.stop_date
    return result


@replaces(StepFunctionResponse)
def get_execution_history(original, self):
    """moto looks in each of thousands of events for each of the forty fields that one can have."""
    events = original(self).result["events"]
    return json.dumps({"events": [{**event, "timestamp": _seconds(event["timestamp"])} for event in events]})


def _seconds(iso: str) -> float:
    return round(datetime.fromisoformat(iso).timestamp(), 3)


def _environment(execution: Execution):
    """Exists a moment after the start."""
    end = time.monotonic() + _START_SECONDS
    while execution.exec_worker.env is None and time.monotonic() < end:
        time.sleep(0.01)
    return execution.exec_worker.env


def _announce(execution: Execution) -> None:
    events.emit(
        account=execution.account_id,
        region=execution.region_name,
        source="aws.states",
        detail_type="Step Functions Execution Status Change",
        resources=[execution.exec_arn],
        detail=_detail(execution),
    )


def _detail(execution: Execution) -> dict:
    """The keys of AWS's own event; those without a value are null, not absent."""
    succeeded = execution.exec_status == ExecutionStatus.SUCCEEDED
    return {
        "executionArn": execution.exec_arn,
        "stateMachineArn": execution.state_machine_arn,
        "stateMachineVersionArn": None,
        "stateMachineAliasArn": None,
        "name": execution.name,
        "status": execution.status,
        "startDate": _milliseconds(execution.start_date),
        "stopDate": _milliseconds(execution.stop_date),
        "input": execution.execution_input,
        "inputDetails": {"included": True},
        "output": json.dumps(execution.output) if succeeded else None,
        "outputDetails": {"included": True} if succeeded else None,
        "error": execution.error,
        "cause": execution.cause,
        "redriveCount": 0,
        "redriveDate": None,
    }


def _milliseconds(moment) -> int | None:
    return None if moment is None else int(moment.timestamp() * 1000)
