"""Budgets: tags, changes, actions, and what the Terraform provider reads back."""

import json
import uuid

from moto.budgets.exceptions import NotFoundException
from moto.budgets.responses import BudgetsResponse

from .patching import adds, replaces


# What a request says of an action, by the names that the answer has too.
ACTION = (
    "BudgetName",
    "NotificationType",
    "ActionType",
    "ActionThreshold",
    "Definition",
    "ExecutionRoleArn",
    "ApprovalModel",
    "Subscribers",
)


class Action:
    def __init__(self, details: dict, tags: dict) -> None:
        self.details = details
        self.tags = tags


@replaces(BudgetsResponse)
def create_budget(original, self):
    """moto forgets the tags, so every second plan would add them."""
    answer = original(self)
    budget = _budget(self, self._get_param("Budget")["BudgetName"])
    budget.tags = {tag["Key"]: tag["Value"] for tag in self._get_param("ResourceTags") or []}
    return answer


@adds(BudgetsResponse)
def update_budget(self):
    """terraform apply after a change of the limit."""
    wanted = self._get_param("NewBudget")
    _budget(self, wanted["BudgetName"]).budget.update(wanted)
    return json.dumps({})


@adds(BudgetsResponse)
def describe_subscribers_for_notification(self):
    """Answers the subscribers that were stored with the notification."""
    wanted = self._get_param("Notification") or {}
    for notification in _budget(self, self._get_param("BudgetName")).notifications:
        if all(notification.details.get(key) == value for key, value in wanted.items() if key != "NotificationState"):
            return json.dumps({"Subscribers": notification.subscribers})
    return json.dumps({"Subscribers": []})


@adds(BudgetsResponse)
def list_tags_for_resource(self):
    """What create and tag have left."""
    tags = _tagged(self).tags
    return json.dumps({"ResourceTags": [{"Key": key, "Value": value} for key, value in tags.items()]})


@adds(BudgetsResponse)
def tag_resource(self):
    """terraform apply after a change of tags."""
    _tagged(self).tags.update({tag["Key"]: tag["Value"] for tag in self._get_param("ResourceTags")})
    return json.dumps({})


@adds(BudgetsResponse)
def untag_resource(self):
    """terraform apply after a change of tags."""
    for key in self._get_param("ResourceTagKeys"):
        _tagged(self).tags.pop(key, None)
    return json.dumps({})


@adds(BudgetsResponse)
def create_budget_action(self):
    """Stands by for ever: nothing is ever billed here."""
    wanted = {name: self._get_param(name) for name in ACTION if self._get_param(name) is not None}
    action = {**wanted, "ActionId": str(uuid.uuid4()), "Status": "STANDBY"}
    tags = {tag["Key"]: tag["Value"] for tag in self._get_param("ResourceTags") or []}
    _actions(self)[action["ActionId"]] = Action(action, tags)
    return json.dumps({"AccountId": _account(self), "BudgetName": action["BudgetName"], "ActionId": action["ActionId"]})


@adds(BudgetsResponse)
def describe_budget_action(self):
    """What was created or updated; an action that is gone is what the provider waits for after a deletion."""
    return json.dumps({"AccountId": _account(self), "BudgetName": self._get_param("BudgetName"), "Action": _action(self).details})


@adds(BudgetsResponse)
def update_budget_action(self):
    """terraform apply after a change of the action."""
    action = _action(self).details
    old = dict(action)
    action.update({name: self._get_param(name) for name in ACTION if self._get_param(name) is not None})
    return json.dumps({"AccountId": _account(self), "BudgetName": action["BudgetName"], "OldAction": old, "NewAction": action})


@adds(BudgetsResponse)
def delete_budget_action(self):
    """terraform destroy."""
    action = _action(self).details
    del _actions(self)[action["ActionId"]]
    return json.dumps({"AccountId": _account(self), "BudgetName": action["BudgetName"], "Action": action})


def _account(response: BudgetsResponse) -> str:
    return response._get_param("AccountId") or response.current_account


def _actions(response: BudgetsResponse, name: str | None = None) -> dict[str, Action]:
    """Kept on the budget, so that they end with it."""
    budget = _budget(response, name or response._get_param("BudgetName"))
    return budget.__dict__.setdefault("actions", {})


def _action(response: BudgetsResponse) -> Action:
    wanted = response._get_param("ActionId")
    found = _actions(response).get(wanted)
    if found is None:
        raise NotFoundException(f"Unable to find action {wanted}")
    return found


def _budget(response: BudgetsResponse, name: str):
    return response.backend.budgets[response._get_param("AccountId") or response.current_account][name]


def _tagged(response: BudgetsResponse):
    """The budget or action of arn:aws:budgets::<account>:budget/<name>[/action/<id>]"""
    name, _, action = response._get_param("ResourceARN").split(":budget/", 1)[1].partition("/action/")
    return _actions(response, name)[action] if action else _budget(response, name)
