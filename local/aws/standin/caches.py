"""What moto works out anew at every call though it never changes; half of a night's processor time went there."""

import functools
import threading

from jsonpath_ng.ext.parser import ExtendedJsonPathParser
from jsonpath_ng.parser import JsonPathParser
from moto import backends
from moto.stepfunctions.parser.asl.component.common.path import result_path
from moto.stepfunctions.parser.asl.utils import json_path

from .patching import replaces


def _remembering(parser):
    """A parser builds the tables of its whole grammar, so one serves all; it can read one path at a time."""
    reading = threading.Lock()

    @functools.cache
    def parse(path):
        with reading:
            return parser.parse(path)

    return parse


json_path.parse = _remembering(ExtendedJsonPathParser())
result_path.parse = _remembering(JsonPathParser())


@replaces(backends, "list_of_moto_modules")
@functools.cache
def modules(original):
    """Looked up for each request, under the server's only lock; moto reads a folder of 200 for it."""
    return frozenset(original())
