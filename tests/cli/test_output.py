import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lantu.cli.output import OutputError, check_output, write_file


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "结果.jsonl", [b"a", b"b"])
    assert (tmp_path / "结果.jsonl").read_bytes() == b"ab"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_writer_that_fails_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    target = tmp_path / "结果.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_file(target, failing())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link_and_rights_stay_as_they_were(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, [b"words"])
    assert os.read(reader, 10) == b"words"
    os.close(reader)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        check_output(tmp_path / "没有" / "结果.xlsx", [])
    assert str(tmp_path / "没有") in caught.value.zh


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        check_output(tmp_path, [])


def test_a_file_to_be_read_is_never_overwritten(tmp_path: Path) -> None:
    document = tmp_path / "报告.txt"
    document.write_text("x")
    with pytest.raises(OutputError):
        check_output(tmp_path / "." / "报告.txt", [document])


def test_a_system_that_refuses_is_reported_as_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / ("长" * 200), [b""])
    assert "写不了" in caught.value.zh
