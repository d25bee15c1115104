"""How long work is coming along, on standard error: a bar on a terminal, nothing elsewhere."""

import sys
from typing import TextIO

from lantu.app.runner import Step
from lantu.cli.voice import Voice
from lantu.publishing.columns import clip, visible

_CELLS = 20
_CLEAR_LINE = "\r\x1b[K"


class Bar:
    """A line that is drawn over itself: done, left, and what is being read now."""

    def __init__(self, voice: Voice, stream: TextIO | None = None, *, columns: int = 80) -> None:
        self._voice = voice
        self._stream = stream or sys.stderr
        self._columns = columns

    def __call__(self, step: Step) -> None:
        """Draws the step; clears the line after the last."""
        line = "" if step.done == step.total else clip(self.line(step), self._columns - 1)
        self._stream.write(_CLEAR_LINE + line)
        self._stream.flush()

    def line(self, step: Step) -> str:
        """The bar as text."""
        filled = _CELLS * step.done // step.total
        bar = "█" * filled + "░" * (_CELLS - filled)
        left = step.total - step.done
        words = self._voice.say(f"还有 {left} 份", f"{left} left", between=" · ")
        return f"{bar} {step.done}/{step.total}  {words}  {visible(step.name)}"

    def clear(self) -> None:
        """Takes the bar away."""
        self._stream.write(_CLEAR_LINE)
        self._stream.flush()
