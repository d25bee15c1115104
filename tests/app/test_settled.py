import pytest

from lantu.app.settled import UnfitFactError, UnknownFactError, check_settled


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("kind", "work-report"),
        ("date", "2024-01-23"),
        ("date", "2024"),
        ("period", "2021-2025"),
        ("region", "云岭省"),
        ("region_code", "530000"),
    ],
)
def test_a_fit_value_may_be_set(fact: str, value: str) -> None:
    check_settled(fact, value)


@pytest.mark.parametrize(
    ("fact", "value"), [("kind", "report"), ("date", "23.1.2024"), ("period", "十四五"), ("region_code", "53")]
)
def test_an_unfit_value_is_refused_with_what_would_do(fact: str, value: str) -> None:
    with pytest.raises(UnfitFactError) as caught:
        check_settled(fact, value)
    assert value in caught.value.zh
    assert "应为" in caught.value.zh


def test_an_unknown_fact_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownFactError, match="kind"):
        check_settled("colour", "red")
