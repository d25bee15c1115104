"""What a person at a terminal sees: standard output and standard error on one screen."""

import os
import pty
import subprocess
import sys
from pathlib import Path

REPORT = "云岭省2027年政府工作报告\n（2027年1月20日）\n一、2026年工作回顾\n过去一年，全省地区生产总值增长6.1%。\n"


def screen(*arguments: object) -> str:
    """Everything that the command draws on a terminal, as it comes."""
    near, far = pty.openpty()
    command = [sys.executable, "-m", "lantu", *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdin=far, stdout=far, stderr=far, env=environment) as process:
        os.close(far)
        drawn = b""
        try:
            while piece := os.read(near, 65536):
                drawn += piece
        except OSError:
            # A terminal whose last user has gone is reported as an error on Linux.
            pass
    os.close(near)
    assert process.returncode == 0
    return drawn.decode()


def lines_left(drawn: str) -> list[str]:
    """What stands on the screen in the end: of a line that was cleared, only what came after."""
    return [line.rsplit("\x1b[K", 1)[-1].strip("\r") for line in drawn.split("\n")]


def test_a_terminal_gets_a_table_and_the_bar_leaves_no_trace(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"报告{number}.txt").write_text(REPORT, encoding="utf-8")
    drawn = screen("extract", tmp_path)
    assert "还有 2 份" in drawn
    left = lines_left(drawn)
    assert left[0].startswith("报告0 · ")
    assert left[1].startswith("类别  指标")
    assert not [line for line in left if "░" in line]
    assert left[-2].startswith("读了 3 份文件")


def test_reading_several_files_shows_each_tree_and_no_bar(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"报告{number}.txt").write_text(REPORT, encoding="utf-8")
    left = lines_left(screen("read", tmp_path))
    assert left[0] == "报告0.txt"
    assert not [line for line in left if "░" in line]


def test_quiet_draws_no_bar(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(REPORT, encoding="utf-8")
    assert "░" not in screen("extract", tmp_path, "--quiet", "-o", tmp_path / "a.jsonl")
