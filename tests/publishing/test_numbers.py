from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.publishing.numbers import places, plain


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("5.127E+10", "51270000000"),
        ("7.0500", "7.05"),
        ("0.0", "0"),
        ("-0", "0"),
        ("100", "100"),
        ("1E-7", "0.0000001"),
    ],
)
def test_a_number_is_printed_without_exponent_or_idle_zeros(value: str, digits: str) -> None:
    assert plain(Decimal(value)) == digits


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_printing_a_number_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value


def test_more_digits_than_a_float_holds_are_kept() -> None:
    assert plain(Decimal("12345678901234567890.123456789012345")) == "12345678901234567890.123456789012345"


def test_places_counts_the_digits_that_matter() -> None:
    assert [places(Decimal(value)) for value in ("42.50", "3", "1E+3", "0.001")] == [1, 0, 0, 3]
