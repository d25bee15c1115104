"""The pages of docs/reference that follow from the code: python tools/reference.py writes them."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from lantu.checks.registry import RegisteredRule, rules
from lantu.cli.main import COMMANDS
from lantu.reading.formats.causes import CAUSES
from lantu.vocabulary.describe import indicators_page

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
#: Where the rules of `lantu check` make their findings; each of them has a page of its own.
_RULES = ROOT / "src" / "lantu" / "checks" / "base.py"
_WRITTEN = "<!-- Written by `make docs`; change the code instead. -->\n"


def commands_page() -> str:
    """The help of every command."""
    parts = [f"# Commands\n\n{_WRITTEN}"]
    for arguments in ([], *([command] for command in sorted(COMMANDS))):
        name = " ".join(["lantu", *arguments])
        parts.append(f"## {name}\n\n```text\n{_help(arguments)}\n```\n")
    return "\n".join(parts)


def errors_page() -> str:
    """Why a file cannot be read: codes, messages and what to do."""
    rows = (f"| `{code}` | {_cell(zh)} | {_cell(en)} |" for code, (zh, en) in sorted(CAUSES.items()))
    return (
        f"# Errors\n\n{_WRITTEN}\nWhy a file could not be read. The message names the file, says what is wrong and "
        "what to do; words in braces are filled in. The command ends with exit code 2; the other files are still "
        "read.\n\n| code | message | in English |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def findings_page() -> str:
    """The numbers of all findings, with their messages and remedies."""
    rows = sorted(_finding_rows())
    return (
        f"# Findings\n\n{_WRITTEN}\nWhat a person should look at in a document. Numbers are never used again for "
        "something else; words in braces are filled in.\n\n| number | severity | message | what to do |\n"
        "| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def rule_page(registered: RegisteredRule) -> str:
    """What one rule of `lantu check` looks for, from its docstring."""
    rule = registered.rule
    zh, en = _FAMILIES[registered.family]
    sections = "\n".join(f"\n## {heading}\n\n{text}" for heading, text in registered.sections)
    return (
        f"# {rule.code} {registered.title}\n\n{_WRITTEN}\n{rule.title_en}. Severity: {rule.severity.value}. "
        f"Family: {zh} {en}.\n{sections}\n"
    )


def rules_page() -> str:
    """All rules of `lantu check`, family by family."""
    parts = [f"# Rules of `lantu check`\n\n{_WRITTEN}\n{_ABOUT_RULES}\n"]
    for family, (zh, en) in _FAMILIES.items():
        rows = [
            f"| [{each.code}]({each.code}.md) | {each.rule.severity.value} | {each.title} | {each.rule.title_en} |"
            for each in rules()
            if each.family == family
        ]
        head = "| number | severity | 检查什么 | in English |\n| --- | --- | --- | --- |\n"
        parts.append(f"## {zh} {en}\n\n{head}" + "\n".join(rows) + "\n")
    return "\n".join(parts)


_ABOUT_RULES = (
    "Each rule has a number that is never given to another one. [Checks](../checks.md) says how they are run, and how "
    "often they were right. Findings of the readers have [numbers of their own](../findings.md)."
)
#: Folder of rules → what the family is called.
_FAMILIES = {
    "arithmetic": ("算术", "LT2xx: what does not add up"),
    "coordination": ("文件间衔接", "LT5xx: what disagrees between documents"),
    "measurability": ("可评估", "LT6xx: what cannot be watched or judged"),
    "reading": ("文字", "LT7xx: what was probably misprinted or misread"),
    "consistency": ("文件内一致", "LT8xx: what disagrees within a document or plan"),
}

PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "errors.md": errors_page,
    "findings.md": findings_page,
    "indicators.md": indicators_page,
    "rules/README.md": rules_page,
} | {f"rules/{each.code}.md": partial(rule_page, each) for each in rules()}


def main() -> None:
    """Writes the pages."""
    (FOLDER / "rules").mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


def _help(arguments: list[str]) -> str:
    # argparse wraps to the terminal's width, so that is fixed.
    done = subprocess.run(
        [sys.executable, "-m", "lantu", *arguments, "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"COLUMNS": "110", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )
    return done.stdout.rstrip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _finding_rows() -> Iterator[str]:
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding" and path != _RULES:
                yield _finding_row(node)


def _finding_row(call: ast.Call) -> str:
    """The row of one ``Finding(...)`` in the code."""
    fields = ("code", "severity", "message", "message_en", "span", "remedy", "remedy_en")
    given = dict(zip(fields, call.args, strict=False)) | {word.arg: word.value for word in call.keywords if word.arg}
    words = {name: _words(value) for name, value in given.items()}
    severity = words["severity"].rpartition(".")[2].lower()
    message = f"{words['message']}<br>{words['message_en']}"
    remedy = "<br>".join(filter(None, (words.get("remedy", ""), words.get("remedy_en", ""))))
    return f"| {words['code']} | {severity} | {_cell(message)} | {_cell(remedy)} |"


def _words(value: ast.expr) -> str:
    """A string as it is written in the code, with names in braces for what is filled in."""
    if isinstance(value, ast.Constant):
        return str(value.value)
    if isinstance(value, ast.JoinedStr):
        return "".join(_words(part) for part in value.values)
    if isinstance(value, ast.FormattedValue):
        return "{" + re.match(r"\w*", ast.unparse(value.value))[0] + "}"
    return ast.unparse(value)


if __name__ == "__main__":
    main()
