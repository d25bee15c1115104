from decimal import Decimal

import pytest

from lantu.checks.base import UnknownParameterError
from lantu.checks.parameters import ParameterFileError, default_parameters, load_parameters, parameters_of


def test_a_users_value_takes_the_place_of_the_default_and_leaves_the_others(tmp_path):
    path = tmp_path / "参数.toml"
    path.write_text('[LT201]\ntolerance = "0.3"\n', encoding="utf-8")
    values = parameters_of("LT201", load_parameters(path))
    assert values.number("tolerance") == Decimal("0.3")
    assert values.number("about_tolerance") == Decimal("0.5")


def test_the_defaults_stay_as_they_are_when_a_user_changes_his(tmp_path):
    before = default_parameters()["LT201"]["tolerance"]
    path = tmp_path / "参数.toml"
    path.write_text('[LT201]\ntolerance = "9"\n', encoding="utf-8")
    load_parameters(path)
    assert default_parameters()["LT201"]["tolerance"] == before


@pytest.mark.parametrize("text", ["[LT999]\nx = 1\n", "[LT201]\ntolerence = 1\n", "LT201 = 3\n"])
def test_a_parameter_that_does_not_exist_is_refused(tmp_path, text):
    path = tmp_path / "参数.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnknownParameterError):
        load_parameters(path)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    path = tmp_path / "参数.toml"
    path.write_text("[LT201", encoding="utf-8")
    with pytest.raises(ParameterFileError, match=r"参数\.toml"):
        load_parameters(path)
