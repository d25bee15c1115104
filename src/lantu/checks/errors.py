"""What a caller of the checks can get wrong: codes, parameters and suppressions."""

from lantu.errors import LantuError


class CheckRequestError(LantuError):
    """A call of the checks that names something that does not exist or cannot be read."""
