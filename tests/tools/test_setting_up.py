"""What the Makefile calls to set a machine up: it does what is needed, once, and says so when it cannot."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash") or "bash"


def run(script: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([BASH, str(script), *arguments], capture_output=True, text=True, env=environment, check=False)


def executable(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path):
    """A checkout with one lock, and an environment whose Python writes down what it is asked to do."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "small.lock").write_text("some==1\n")
    executable(tmp_path / ".venv/bin/python", f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\n')
    (tmp_path / ".venv/pyvenv.cfg").write_text("version = 3.11.2\n")
    return tmp_path


def installs(checkout: Path) -> list[str]:
    """What was asked for since the last look."""
    asked = checkout / "asked"
    lines = asked.read_text().splitlines() if asked.exists() else []
    asked.write_text("")
    return [line for line in lines if " install " in line]


def make_environment(checkout: Path) -> subprocess.CompletedProcess[str]:
    return run(checkout / "tools/environment", ".venv", "small", PATH=os.environ["PATH"], HOME=str(checkout))


def test_an_environment_is_made_once_and_again_when_its_lock_changes(checkout):
    assert make_environment(checkout).returncode == 0
    first = installs(checkout)
    assert "--require-hashes -r requirements/small.lock" in first[0]
    assert "--no-deps --no-build-isolation --editable ." in first[1]

    again = make_environment(checkout)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert installs(checkout) == []

    (checkout / "requirements" / "small.lock").write_text("some==2\n")
    assert make_environment(checkout).returncode == 0
    assert len(installs(checkout)) == 2


def test_what_pip_said_is_shown_when_it_fails_and_the_next_run_tries_again(checkout):
    executable(
        checkout / ".venv/bin/python",
        '#!/bin/sh\ncase "$*" in *install*) echo "no such package"; exit 1;; *) exit 0;; esac\n',
    )
    for _ in range(2):
        failed = make_environment(checkout)
        assert failed.returncode == 1
        assert "no such package" in failed.stderr
        assert "pip failed: pip install --require-hashes -r requirements/small.lock" in failed.stderr


@pytest.fixture
def bare(tmp_path):
    """A PATH with next to nothing on it, and a user who is not root."""
    for name in ("dirname", "env"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    executable(tmp_path / "id", f"#!{BASH}\necho 1000\n")
    return str(tmp_path)


def test_a_desk_without_programs_gets_a_notice(bare):
    done = run(ROOT / "tools/programs", PATH=bare)
    assert done.returncode == 0
    assert done.stderr == (
        "Not there: chromium fontconfig fonts-wqy-microhei libreoffice-writer-nogui. The tests that need them will be "
        "skipped; to install: apt-get install chromium fontconfig fonts-wqy-microhei libreoffice-writer-nogui\n"
    )


def test_a_build_server_without_programs_fails(bare):
    done = run(ROOT / "tools/programs", PATH=bare, CI="true")
    assert done.returncode == 1
    assert "The tests need what is not there and cannot be installed: chromium" in done.stderr


def test_who_may_not_install_python_is_told_whom_to_ask(checkout, bare):
    shutil.rmtree(checkout / ".venv")
    for name in ("sha256sum", "cut", "cat", "grep", "ls", "apt-get"):
        (Path(bare) / name).symlink_to(shutil.which(name) or "/bin/true")
    # The shell's own search of /usr/bin is part of the script, so a machine that has a Python there is no test of it.
    script = checkout / "tools/environment"
    script.write_text(script.read_text().replace("/usr/bin/python3", "/nowhere/python3"))
    done = run(script, ".venv", "small", PATH=bare, HOME="/nowhere", PYENV_ROOT="/nowhere")
    assert done.returncode == 1
    assert "Ask an administrator for:\n    apt-get install python3 python3-venv" in done.stderr
