"""How moto is changed: in memory, at start, and loudly when moto is not what these patches were written for."""

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any


def replaces(owner: Any, name: str | None = None) -> Callable:
    """Puts the decorated function in the place of owner's; its first argument is the one it replaced."""

    def install(new: Callable) -> Callable:
        attribute = name or new.__name__
        old = getattr(owner, attribute)

        @functools.wraps(new)
        def replacement(*args: Any, **kwargs: Any) -> Any:
            return new(old, *args, **kwargs)

        static = isinstance(inspect.getattr_static(owner, attribute), staticmethod)
        setattr(owner, attribute, staticmethod(replacement) if static else replacement)
        return new

    return install


def adds(owner: Any, name: str | None = None) -> Callable:
    """Gives owner a function that moto lacks. Fails when a newer moto has it: then drop ours."""

    def install(new: Callable) -> Callable:
        attribute = name or new.__name__
        if hasattr(owner, attribute):
            raise RuntimeError(f"{owner.__name__}.{attribute} exists in this moto: remove it from the stand-in")
        setattr(owner, attribute, new)
        return new

    return install


def replace_everywhere(old: Any, new: Any) -> None:
    """For functions that moto's modules imported by value: each module holds a name of its own."""
    for module in list(sys.modules.values()):
        if not getattr(module, "__name__", "").startswith("moto."):
            continue
        for name in [n for n, value in list(vars(module).items()) if value is old]:
            setattr(module, name, new)
