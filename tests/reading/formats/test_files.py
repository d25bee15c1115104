"""A path that is no readable file gets one message that says what, where and what to do."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from lantu.errors import UnreadableFileError
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source

SOURCES = Path(__file__).parents[3] / "src"


def refused(path: Path, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_source(path, limits=limits or Limits())
    assert str(path) in caught.value.zh
    assert str(path) in caught.value.en
    return caught.value


def test_a_missing_file_is_named(tmp_path):
    error = refused(tmp_path / "没有.txt")
    assert error.code == "missing"
    assert error.zh == f"{tmp_path}/没有.txt：找不到该文件。请检查路径和文件名。"


def test_a_file_used_as_a_folder_is_missing(tmp_path):
    (tmp_path / "plan.txt").write_text("增长6%")
    assert refused(tmp_path / "plan.txt" / "more.txt").code == "missing"


def test_a_directory_is_no_file(tmp_path):
    assert refused(tmp_path).code == "directory"


def test_a_name_that_no_file_can_have_is_missing():
    assert refused(Path("plan\0.txt")).code == "missing"


def test_a_name_too_long_for_the_system_is_reported_with_the_systems_reason(tmp_path):
    assert refused(tmp_path / ("长" * 200)).code == "input-output"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe).code == "not-a-file"


def test_a_device_is_refused():
    assert refused(Path("/dev/zero")).code == "not-a-file"


def test_an_empty_file_is_reported(tmp_path):
    empty = tmp_path / "empty.docx"
    empty.touch()
    assert refused(empty).code == "empty"


@pytest.mark.parametrize(
    "blanks",
    [b" ", b"\n\n\t \r\n", "\u3000\ufeff\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe"],
    ids=lambda data: repr(data[:12]),
)
def test_a_file_of_only_blanks_is_reported(tmp_path, blanks):
    path = tmp_path / "blank.txt"
    path.write_bytes(blanks)
    assert refused(path).code == "blank"


def test_a_file_above_the_limit_is_refused_by_its_size_before_it_is_read(tmp_path):
    """Half a gigabyte that takes no room on the disk; reading it would show in the memory."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    error = refused(path)
    assert error.code == "too-large"
    assert "500 MB" in error.zh
    assert "200 MB" in error.zh


def test_the_limit_of_size_can_be_set(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("粮食产量稳定在400亿斤以上。", encoding="utf-8")
    assert read_source(path)[0].text == "粮食产量稳定在400亿斤以上。"
    assert refused(path, Limits(file_bytes=10)).code == "too-large"


def test_a_file_without_permission_is_reported():
    """The superuser may read anything, so as root the file is read by another user."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    path = folder / "secret.txt"
    path.write_text("增长6%")
    path.chmod(0)
    try:
        if os.geteuid() != 0:
            assert refused(path).code == "no-permission"
            return
        program = (
            "import os, sys; from pathlib import Path\n"
            "from lantu.errors import UnreadableFileError; from lantu.reading.formats.registry import read_source\n"
            "os.setuid(65534)\n"
            "try: read_source(Path(sys.argv[1]))\n"
            "except UnreadableFileError as error: print(error.code)"
        )
        run = subprocess.run(
            [sys.executable, "-c", program, str(path)],
            env={**os.environ, "PYTHONPATH": str(SOURCES)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == "no-permission"
    finally:
        shutil.rmtree(folder)


def test_the_name_of_a_source_is_the_files_name_without_its_folder(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text("增长6%", encoding="utf-8")
    assert read_source(path)[0].name == "方案.txt"
