"""What moto works out anew at every call though it never changes; half of a night's processor time went there."""

import functools
import threading

from jsonpath_ng.ext.parser import ExtendedJsonPathParser
from jsonpath_ng.parser import JsonPathParser
from moto import backends
from moto.stepfunctions.parser.asl.component.common.path import result_path
from moto.stepfunctions.parser.asl.parse import preprocessor as definitions
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.parser.asl.parse.intrinsic import preprocessor as intrinsics
from moto.stepfunctions.parser.asl.parse.intrinsic.intrinsic_parser import IntrinsicParser
from moto.stepfunctions.parser.asl.utils import json_path

from .patching import replaces

_DEFINITIONS = 8
_FUNCTIONS = 4096


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


def _keep_trees(parser, preprocessor, count):
    """Each execution has a program of its own, made from the one tree of its text."""

    @functools.lru_cache(count)
    def tree_of(parse, text):
        return parse(text)[1]

    @replaces(parser, "parse")
    def program(original, text):
        tree = tree_of(original, text)
        return preprocessor().visit(tree), tree


_keep_trees(AmazonStateLanguageParser, definitions.Preprocessor, _DEFINITIONS)
_keep_trees(IntrinsicParser, intrinsics.Preprocessor, _FUNCTIONS)


@replaces(backends, "list_of_moto_modules")
@functools.cache
def modules(original):
    """Looked up for each request, under the server's only lock; moto reads a folder of 200 for it."""
    return frozenset(original())
