"""The tree of blocks as it grows: which headings are open, and how far the numbering has come."""

from dataclasses import dataclass, field

from lantu.model.document import HEADING_LEVELS, Block, BlockKind
from lantu.reading.labels import Label


@dataclass(slots=True)
class Tree:
    """The blocks so far and the headings that are open, outermost first."""

    blocks: list[Block] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    #: The style of numbering of each open heading; "" for those without.
    styles: list[str] = field(default_factory=list)
    #: Numbers last used outside and inside the open box, by style: they tell where the box ends.
    outer: dict[str, int] = field(default_factory=dict)
    inner: dict[str, int] = field(default_factory=dict)
    in_box: bool = False

    @property
    def parent(self) -> int:
        """The heading or box that is open; -1 at the root."""
        return self.open[-1] if self.open else -1

    @property
    def top(self) -> Block | None:
        """The innermost open heading."""
        return self.blocks[self.open[-1]] if self.open else None

    def close(self, level: int) -> None:
        """Closes every heading of that level or deeper."""
        while self.open and self.blocks[self.open[-1]].level >= level:
            self.styles.pop()
            if self.blocks[self.open.pop()].kind is BlockKind.BOX:
                self.in_box = False

    def close_box(self) -> None:
        """Closes the open box with all that is in it, and nothing around it."""
        while self.in_box:
            self.styles.pop()
            self.in_box = self.blocks[self.open.pop()].kind is not BlockKind.BOX

    def close_for(self, label: Label, level: int) -> None:
        """Closes what a numbered line ends: its own siblings and deeper, by the usual order of numberings.

        A document may nest against that order (1. … over （一）…): a series that starts right under a heading of
        another style is its child.
        """
        top = self.top
        starts_series = label.number == 1 and label.style not in self.styles
        if starts_series and top is not None and top.level >= level and self.blocks[-1] is top:
            return
        self.close(level)

    def add_leaf(
        self, kind: BlockKind, start: int, end: int, *, label: str = "", title: str = "", table: int = -1
    ) -> None:
        """Adds a block that encloses nothing."""
        self.blocks.append(Block(kind, start, end, self.parent, 0, label, title, table))

    def add_heading(
        self, start: int, end: int, level: int, *, label: str = "", title: str = "", style: str = ""
    ) -> None:
        """Adds a heading, or the title of a box, that encloses what follows."""
        kind = BlockKind.HEADING
        if style == "box":
            kind, self.in_box, self.inner = BlockKind.BOX, True, {}
        self.blocks.append(Block(kind, start, end, self.parent, level, label, title))
        self.open.append(len(self.blocks) - 1)
        self.styles.append(style)

    def leave_box(self, label: Label) -> None:
        """Closes the box where the numbering goes on that stood before it, and not the one within it."""
        if not self.in_box or label.number < 2:
            return
        expected = label.number - 1
        if self.outer.get(label.style) == expected and self.inner.get(label.style) != expected:
            self.close_box()

    def count(self, label: Label) -> None:
        """Notes how far a series has come; deeper series start again."""
        numbers = self.inner if self.in_box else self.outer
        for style in [style for style in numbers if HEADING_LEVELS[style] > label.level]:
            del numbers[style]
        numbers[label.style] = label.number
