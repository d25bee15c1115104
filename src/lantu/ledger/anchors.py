"""Names for statements that stay the same when a document is read again."""

from hashlib import sha256
from itertools import count

from lantu.model.statement import Statement

_LENGTH = 12


def digest_of(*parts: str) -> str:
    """Twelve hexadecimal characters that stand for the parts, whatever their order of arrival elsewhere."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]


class AnchorMaker:
    """Gives each statement of one document its anchor.

    An anchor is made of the document, the words of the sentence, and the number's own words; when the same number
    stands twice in one sentence, of its turn. It does not hold what was concluded, so that a better reader, or a
    person's correction, finds the same anchor again.
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self._turns: dict[str, count[int]] = {}

    def anchor(self, statement: Statement, sentence: str) -> str:
        """The anchor of the next statement; statements are given in the order of the text."""
        cell = f"{statement.cell.row}:{statement.cell.column}" if statement.cell else ""
        key = digest_of(self._document, sentence, statement.text, cell)
        turn = next(self._turns.setdefault(key, count()))
        return f"{self._document}-{key}" if turn == 0 else f"{self._document}-{key}-{turn + 1}"
