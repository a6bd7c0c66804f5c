"""Budgets: tags, changes, and what the Terraform provider reads back."""

import json

from moto.budgets.responses import BudgetsResponse

from .patching import adds, replaces


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


def _budget(response: BudgetsResponse, name: str):
    return response.backend.budgets[response._get_param("AccountId") or response.current_account][name]


def _tagged(response: BudgetsResponse):
    """The budget of arn:aws:budgets::<account>:budget/<name>"""
    return _budget(response, response._get_param("ResourceARN").split(":budget/", 1)[1])
