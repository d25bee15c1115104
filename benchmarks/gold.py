"""The hand annotations beside the checkout, and the script that scores against them."""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A real document with the measured statements that people found in it."""

    name: str
    text: Path
    statements: Path


def annotated_documents(shared: Path = SHARED) -> tuple[AnnotatedDocument, ...]:
    """The documents that the corpus index marks as annotated, in its order."""
    rows = read_lines(shared / "corpus" / "index.jsonl")
    return tuple(
        AnnotatedDocument(row["doc"], shared / "corpus" / row["file"], shared / "gold" / f"{row['doc']}.jsonl")
        for row in rows
        if row["gold"]
    )


def scoring(shared: Path = SHARED) -> ModuleType:
    """The annotators' own score.py, as a module: its rules are used, not copied."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
