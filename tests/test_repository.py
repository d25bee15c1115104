"""What holds for every file of the checkout."""

import ast
import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

from tests.optional import missing

ROOT = Path(__file__).resolve().parents[1]

PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|HPND|MPL|Zlib|0BSD|Unlicense|CMU)\b", re.IGNORECASE
)
COPYLEFT = re.compile(r"\bA?GPL|General Public", re.IGNORECASE)
#: Packages whose metadata does not say it plainly, with the reason why they may be used.
LICENCE_EXCEPTIONS: dict[str, str] = {}

#: Folders that exist on one machine only; a file that names one is of no use elsewhere.
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:home|Users|root|work|farm|opt|srv|mnt)/\w")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        missing("a git checkout", "clone the repository instead of unpacking an archive")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def _text(path: Path) -> str:
    """The text of a file; "" for what is no text."""
    content = path.read_bytes()
    return "" if b"\0" in content[:8192] else content.decode("utf-8", errors="replace")


def _public(tree: ast.Module | ast.ClassDef, prefix: str = ""):
    """Public functions, methods and classes with their names, outermost first."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _public(node, f"{prefix}{node.name}.")


def _is_override(node: ast.AST) -> bool:
    return any(
        getattr(decorator, "id", getattr(decorator, "attr", "")) == "override"
        for decorator in getattr(node, "decorator_list", [])
    )


def test_every_module_and_everything_public_in_it_says_what_it_is_for():
    silent = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        where = path.relative_to(ROOT)
        if not ast.get_docstring(tree):
            silent.append(str(where))
        silent += [
            f"{where}: {name}" for name, node in _public(tree) if not ast.get_docstring(node) and not _is_override(node)
        ]
    assert silent == []


def test_no_function_of_the_product_is_longer_than_sixty_lines():
    functions = (
        (f"{path.relative_to(ROOT)}: {node.name}", node.end_lineno - node.lineno + 1)
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert [(name, lines) for name, lines in functions if lines > 60] == []


def test_no_tracked_file_names_a_folder_of_one_machine():
    found = {
        str(path.relative_to(ROOT)): match[0] for path in _tracked() if (match := MACHINE_PATH.search(_text(path)))
    }
    assert found == {}


def test_the_pattern_for_machine_paths_knows_one():
    home = Path("/") / "home" / "somebody"  # in pieces, since this file is looked through as well
    assert MACHINE_PATH.search(f"see {home}")
    assert not MACHINE_PATH.search("cloned from example.org/home/page and ~/.cache")


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock")), ids=lambda path: path.stem)
def test_a_lock_pins_every_package_by_hash_and_names_no_host(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^(--|-[efi] )", text, re.MULTILINE)
    pinned = re.findall(r"^([a-z0-9][\w.-]*)==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert pinned == re.findall(r"^([a-z0-9][\w.-]*)", text, re.MULTILINE)


def test_the_other_locks_keep_what_the_runtime_pins():
    runtime = _pins("runtime")
    for name in ("extras", "dev", "bench"):
        assert runtime.items() <= _pins(name).items(), name


def test_what_the_product_needs_has_a_permissive_licence():
    doubtful = {}
    for name in sorted(_pins("runtime")):
        try:
            licence = _licence(name)
        except metadata.PackageNotFoundError:
            continue  # Another platform's, or another Python's: its marker leaves it out here.
        if name not in LICENCE_EXCEPTIONS and (COPYLEFT.search(licence) or not PERMISSIVE.search(licence)):
            doubtful[name] = licence
    assert doubtful == {}


def test_every_licence_exception_is_still_needed():
    assert [name for name in LICENCE_EXCEPTIONS if name not in _pins("runtime")] == []


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+)", text, re.MULTILINE))


def _licence(name: str) -> str:
    """What a package's metadata says about its licence: the expression, else the classifiers, else the free text."""
    fields = metadata.metadata(name)
    classifiers = [line for line in fields.get_all("Classifier", []) if line.startswith("License ::")]
    return fields.get("License-Expression") or "; ".join(classifiers) or fields.get("License", "")
