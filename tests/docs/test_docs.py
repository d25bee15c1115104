"""The documentation holds together: links resolve, commands parse, examples run, generated pages are current."""

import doctest
import inspect
import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

import lantu.model
from lantu.checks.runner import known_codes
from lantu.cli.main import COMMANDS
from lantu.cli.voice import choose_voice
from lantu.publishing.options import What
from lantu.publishing.records import records
from tests.fakes.extractions import sample_extraction
from tools import reference

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").glob("*.md")])
#: Written by a measurement; until the first one they are not there.
MEASURED = {"accuracy.md", "speed.md"}
MAKE_TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def _ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _shell_lines(page: Path) -> list[str]:
    """The command lines in a page's ```sh blocks."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def _commands(start: str) -> list[tuple[str, str]]:
    found = [(_ids(page), line) for page in PAGES for line in _shell_lines(page) if line.startswith(start)]
    assert found
    return found


@pytest.mark.parametrize("page", PAGES, ids=_ids)
def test_every_relative_link_leads_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    local = {target.partition("#")[0] for target in targets if "://" not in target and not target.startswith("#")}
    assert [
        target for target in local if not (page.parent / target).exists() and Path(target).name not in MEASURED
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=_ids)
def test_every_heading_that_a_link_names_exists(page):
    text = page.read_text(encoding="utf-8")
    for target, heading in re.findall(r"\]\(([^)\s#]*)#([^)\s]+)\)", text):
        if "://" in target:
            continue
        other = (page.parent / target if target else page).read_text(encoding="utf-8")
        anchors = {
            re.sub(r"[^\w\- ]", "", line).strip().lower().replace(" ", "-")
            for line in re.findall(r"^#+ (.*)$", other, re.MULTILINE)
        }
        assert heading in anchors


@pytest.mark.parametrize(("page", "line"), _commands("lantu "))
def test_every_example_of_the_command_line_parses(page, line):
    _, command, *arguments = shlex.split(re.split(r" [>|] ", line)[0], comments=True)
    parser = import_module(COMMANDS[command])._parser(choose_voice([], {}))
    assert parser.parse(arguments).files


@pytest.mark.parametrize(("page", "line"), _commands("make "))
def test_every_make_target_that_is_named_exists(page, line):
    assert line.split()[1] in MAKE_TARGETS


def test_every_make_target_has_a_line_of_help():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE)) == MAKE_TARGETS


@pytest.mark.parametrize("page", [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")], ids=_ids)
def test_every_example_in_python_gives_what_it_says(page, monkeypatch):
    monkeypatch.chdir(ROOT)  # the examples name the samples as from the checkout
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_generated_page_is_current(name):
    assert (reference.FOLDER / name).read_text(encoding="utf-8") == reference.PAGES[name](), "run: make docs"


def test_no_number_of_a_finding_is_used_twice():
    numbers = [*re.findall(r"^\| (LT\d{3}) ", reference.findings_page(), re.MULTILINE), *known_codes()]
    assert len(numbers) == len(set(numbers)) > 0


def test_every_class_of_the_model_has_its_pair_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    modules = [import_module(f"lantu.model.{path.stem}") for path in Path(lantu.model.__path__[0]).glob("[a-z]*.py")]
    names = {
        name
        for module in modules
        for name, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__
    }
    spoken = {name: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower() for name in names}
    assert {name for name, words in spoken.items() if words not in glossary and name.lower() not in glossary} == set()


def test_every_page_of_the_documentation_is_in_its_index():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    rules = ROOT / "docs" / "reference" / "rules"
    pages = {page for page in (ROOT / "docs").rglob("*.md") if page.parent != rules} | {rules / "README.md"}
    named = {page.relative_to(ROOT / "docs").as_posix() for page in pages} - {"README.md"}
    assert {page for page in named if f"({page})" not in index} == set()


def test_every_page_of_a_rule_is_in_the_index_of_rules():
    rules = ROOT / "docs" / "reference" / "rules"
    index = (rules / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in rules.glob("LT*.md") if f"({page.name})" not in index} == set()
    assert {page.stem for page in rules.glob("LT*.md")} == set(known_codes())


@pytest.mark.parametrize("what", list(What))
def test_every_key_of_the_json_lines_is_explained(what):
    page = (ROOT / "docs" / "reference" / "jsonl.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", page))
    used = {key for record in records(sample_extraction(), what) for key in _keys(record)}
    assert used
    assert used <= explained


def _keys(record: object) -> set[str]:
    """The keys of a record and of everything within it."""
    if isinstance(record, dict):
        return set(record) | {key for value in record.values() for key in _keys(value)}
    return {key for value in record for key in _keys(value)} if isinstance(record, list) else set()
