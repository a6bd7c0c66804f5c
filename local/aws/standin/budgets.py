"""Budgets: what the Terraform provider reads back."""

import json

from moto.budgets.responses import BudgetsResponse

from .patching import adds


@adds(BudgetsResponse)
def describe_subscribers_for_notification(self):
    """Answers the subscribers that were stored with the notification."""
    budget = self.backend.budgets[self._get_param("AccountId")].get(self._get_param("BudgetName"))
    wanted = self._get_param("Notification") or {}
    for notification in budget.notifications if budget else []:
        if all(notification.details.get(key) == value for key, value in wanted.items() if key != "NotificationState"):
            return json.dumps({"Subscribers": notification.subscribers})
    return json.dumps({"Subscribers": []})


@adds(BudgetsResponse)
def list_tags_for_resource(self):
    """No tags: moto does not keep them for budgets."""
    return json.dumps({"ResourceTags": []})
