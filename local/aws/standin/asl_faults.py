"""The fault "state": a state is refused, its answer is lost or empty, or it does not come to its end."""

import time

from moto.stepfunctions.parser.asl.component.state.exec.state_map.state_map import StateMap
from moto.stepfunctions.parser.asl.component.state.exec.state_parallel.state_parallel import StateParallel
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService

from . import faults
from .asl import failure_of
from .patching import replaces

_HELD_SECONDS = 0.05


@replaces(StateTaskService, "_before_eval_execution")
def task_begins(original, self, env, **kwargs):
    """The history tells of the call; the service never hears of it."""
    original(self, env=env, **kwargs)
    _meet(self, env, "before")


@replaces(StateTaskService, "_after_eval_execution")
def task_ends(original, self, env, **kwargs):
    """What the service did is done, a query that is waited for too, and no event tells of it yet."""
    _come_back(self, env)
    original(self, env=env, **kwargs)


def _around_branches(original, self, env):
    """A Map or a Parallel as a whole; the states of its branches have faults of their own."""
    _meet(self, env, "before")
    original(self, env=env)
    _come_back(self, env)


for _state in (StateMap, StateParallel):
    replaces(_state, "_eval_execution")(_around_branches)


def _come_back(state, env) -> None:
    _meet(state, env, "after")
    if faults.state_failure(state.name, "empty", is_task=_is_task(state)):
        env.stack[-1] = {}


def _is_task(state) -> bool:
    return isinstance(state, StateTaskService)


def _meet(state, env, when: str) -> None:
    while faults.state_is_held(state.name, when, is_task=_is_task(state)):
        if not env.is_running():
            raise failure_of(env, "States.TaskFailed", "The execution was stopped.")
        time.sleep(_HELD_SECONDS)
    fault = faults.state_failure(state.name, when, is_task=_is_task(state))
    if fault:
        raise failure_of(env, fault["error"], fault.get("cause"))
