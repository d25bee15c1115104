"""The numbers and words that rules are tuned by: those of parameters.toml, and what a user puts in their place."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from lantu.checks.base import Parameters, UnknownParameterError
from lantu.checks.errors import CheckRequestError

Table = Mapping[str, Mapping[str, object]]


class ParameterFileError(CheckRequestError):
    """A file of parameters that cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"参数文件 {path.name} 读不了：{reason}", f"the file of parameters {path.name} cannot be read: {reason}"
        )


@cache
def default_parameters() -> Table:
    """The values that stand in parameters.toml, by rule."""
    text = files("lantu.checks").joinpath("parameters.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def load_parameters(path: Path) -> Table:
    """The defaults with a user's values in their place.

    Raises:
        ParameterFileError: The file is missing or is no TOML.
        UnknownParameterError: It names a rule or parameter that does not exist.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise ParameterFileError(path, str(err)) from err
    merged = {code: dict(values) for code, values in default_parameters().items()}
    for code, values in given.items():
        if code not in merged or not isinstance(values, dict):
            raise UnknownParameterError(code, merged)
        for name, value in values.items():
            if name not in merged[code]:
                raise UnknownParameterError(f"{code}.{name}", merged[code])
            merged[code][name] = value
    return merged


def parameters_of(code: str, table: Table) -> Parameters:
    """What one rule is tuned by."""
    return Parameters(code, table.get(code, {}))
