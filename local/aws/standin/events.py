"""EventBridge: the default bus delivers to SNS and Lambda, which moto's does not."""

import json
import logging
import uuid
from datetime import datetime, timezone
from typing import Any

from moto.awslambda.models import lambda_backends
from moto.events.models import Rule, events_backends
from moto.sns.models import sns_backends

from .input_transformer import InvalidTemplate, target_input
from .patching import replaces

_log = logging.getLogger(__name__)


def emit(*, account: str, region: str, source: str, detail_type: str, resources: list[str], detail: dict) -> None:
    """An event of an AWS service: every enabled rule of the account's default bus sees it."""
    event = {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": detail_type,
        "source": source,
        "account": account,
        "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "region": region,
        "resources": resources,
        "detail": detail,
    }
    for rule in list(events_backends[account][region].event_buses["default"].rules.values()):
        rule.send_to_targets(event)


def notifications() -> list[dict[str, Any]]:
    """Every message that any topic has got, oldest first: nobody here receives mail."""
    found = []
    for regions in sns_backends.values():
        for backend in regions.values():
            for topic in backend.topics.values():
                for _, message, subject, *_rest in topic.sent_notifications:
                    found.append({"topicArn": topic.arn, "subject": subject, "message": message})
    return found


@replaces(Rule)
def send_to_targets(original, self, original_event, transform_input=True):
    """moto sends through disabled rules, and raises at targets that are SNS topics or Lambda functions."""
    if self.state != "ENABLED" or not self.event_pattern.get_pattern():
        return
    if not self.event_pattern.matches_event(original_event):
        return
    mine = [target for target in self.targets if _deliverer(target) is not None]
    for target in mine:
        _deliver(self, target, _as_sent(original_event))
    others = [target for target in self.targets if target not in mine]
    if others:
        twin = Rule.__new__(Rule)
        twin.__dict__ = {**self.__dict__, "targets": others}
        original(twin, {"ingestion-time": 0, **original_event}, transform_input)


def _as_sent(event: dict[str, Any]) -> dict[str, Any]:
    """moto keeps the time of its own events as a number."""
    shown = {key: value for key, value in event.items() if key != "ingestion-time"}
    if isinstance(shown["time"], (int, float)):
        moment = datetime.fromtimestamp(shown["time"], timezone.utc)
        shown["time"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return shown


def _deliver(rule: Rule, target: dict[str, Any], event: dict[str, Any]) -> None:
    """A delivery that fails ends in the log, as on AWS it ends in a metric: the sender never hears of it."""
    try:
        text = target_input(target, event, {"arn": rule.arn, "name": rule.name})
        _deliverer(target)(target["Arn"], text)
    except InvalidTemplate as error:
        _log.error("rule %s does not reach %s: %s", rule.name, target["Arn"], error)
    except Exception:
        _log.exception("rule %s does not reach %s", rule.name, target["Arn"])


def _deliverer(target: dict[str, Any]):
    return {"sns": _publish, "lambda": _invoke}.get(target["Arn"].split(":")[2])


def _publish(arn: str, text: str) -> None:
    _, _, _, region, account, _ = arn.split(":", 5)
    sns_backends[account][region].topics[arn].publish(text)


def _invoke(arn: str, text: str) -> None:
    """Asynchronous, as EventBridge does it; the payload has to be JSON."""
    json.loads(text)
    parts = arn.split(":")
    function = lambda_backends[parts[4]][parts[3]].get_function(parts[6], parts[7] if len(parts) > 7 else None)
    function.invoke(text, {"X-Amz-Invocation-Type": "Event"}, {})
