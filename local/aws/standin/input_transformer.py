"""What a rule's target receives: the whole event, a part of it, a constant or a template filled in. Pure functions."""

import json
import re
from typing import Any

from jsonpath_ng.ext import parse

_PLACEHOLDER = re.compile(r"<([A-Za-z0-9_.\-]+)>")


def target_input(target: dict[str, Any], event: dict[str, Any], rule: dict[str, str]) -> str:
    """The text that EventBridge hands to this target; rule has its arn and name."""
    if "InputTransformer" in target:
        return _transform(target["InputTransformer"], event, rule)
    if "Input" in target:
        return target["Input"]
    if "InputPath" in target:
        return json.dumps(_find(target["InputPath"], event))
    return json.dumps(event)


class InvalidTemplate(ValueError):
    """EventBridge would count the delivery as failed."""


def _transform(transformer: dict[str, Any], event: dict[str, Any], rule: dict[str, str]) -> str:
    values = {name: _find(path, event) for name, path in transformer.get("InputPathsMap", {}).items()}
    values["aws.events.rule-arn"] = rule["arn"]
    values["aws.events.rule-name"] = rule["name"]
    values["aws.events.event.json"] = event
    values["aws.events.event"] = {key: value for key, value in event.items() if key != "detail"}
    values["aws.events.event.ingestion-time"] = event["time"]
    template = transformer["InputTemplate"]
    text = _fill(template, values)
    if template.lstrip().startswith(("{", "[")):
        _check_json(text)
    return text


def _fill(template: str, values: dict[str, Any]) -> str:
    """Inside quotes a value is part of the text, outside it is JSON of its own."""
    filled, position = [], 0
    for match in _PLACEHOLDER.finditer(template):
        if match.group(1) not in values:
            continue
        value = values[match.group(1)]
        filled.append(template[position : match.start()])
        filled.append(_inside(value) if _is_quoted(template[: match.start()]) else json.dumps(value))
        position = match.end()
    return "".join(filled) + template[position:]


def _inside(value: Any) -> str:
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value)
    return json.dumps(text)[1:-1]


def _is_quoted(before: str) -> bool:
    return len(re.sub(r"\\.", "", before).split('"')) % 2 == 0


def _check_json(text: str) -> None:
    try:
        json.loads(text)
    except ValueError as error:
        raise InvalidTemplate(f"the filled template is not JSON ({error}): {text}") from error


def _find(path: str, event: dict[str, Any]) -> Any:
    """None where the event has nothing at this path."""
    found = parse(_quoted_names(path)).find(event)
    return found[0].value if found else None


def _quoted_names(path: str) -> str:
    """$.detail-type -> $."detail-type": the hyphen is an operator to the parser, but not to EventBridge."""
    return re.sub(r"\.([A-Za-z0-9_]*-[A-Za-z0-9_\-]*)", r'."\1"', path)
