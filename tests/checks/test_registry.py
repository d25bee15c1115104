from types import ModuleType

import pytest

from lantu.checks.base import Rule
from lantu.checks.parameters import default_parameters
from lantu.checks.registry import HEADINGS, register, rules
from lantu.model.finding import Severity

FAMILY_OF = {"2": "arithmetic", "5": "coordination", "6": "measurability", "7": "reading", "8": "consistency"}


@pytest.mark.parametrize("registered", rules(), ids=lambda registered: registered.code)
def test_every_rule_explains_itself_under_all_headings(registered):
    assert registered.title
    assert registered.rule.title_en
    assert [heading for heading, text in registered.sections if text] == list(HEADINGS)


@pytest.mark.parametrize("registered", rules(), ids=lambda registered: registered.code)
def test_every_rule_stands_in_the_folder_of_its_family(registered):
    assert registered.family == FAMILY_OF[registered.code[2]]


@pytest.mark.parametrize("registered", rules(), ids=lambda registered: registered.code)
def test_every_parameter_is_explained_on_the_page_of_its_rule(registered):
    explained = dict(registered.sections)["参数"]
    names = default_parameters().get(registered.code, {})
    assert [name for name in names if name not in explained] == []
    assert (explained == "无。") is (not names)


def test_parameters_belong_to_rules_that_exist():
    assert set(default_parameters()) <= {registered.code for registered in rules()}


def _module(doc: str, name: str = "lantu.checks.arithmetic.LT299") -> ModuleType:
    module = ModuleType(name, doc)
    module.RULE = Rule("LT299", Severity.INFO, "for a test")  # type: ignore[attr-defined]
    module.check = lambda *_: iter(())  # type: ignore[attr-defined]
    return module


def test_a_rule_without_all_headings_is_refused():
    with pytest.raises(ValueError, match="为什么"):
        register(_module("标题。\n\n检查什么\n    甲\n"))


def test_a_rule_in_a_file_of_another_number_is_refused():
    with pytest.raises(ValueError, match="LT299"):
        register(_module("标题。", "lantu.checks.arithmetic.LT298"))
