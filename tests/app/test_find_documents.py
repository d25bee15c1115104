from pathlib import Path

import pytest

from lantu.app.find_documents import find_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("乙.txt", "甲.docx", "表.xlsx", ".hidden.txt", "~$甲.docx", "sub/丙.PDF", ".git/config.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_stands_for_the_documents_in_it_sorted(folder: Path) -> None:
    found = find_documents([str(folder)])
    assert [str(path.relative_to(folder)) for path in found.paths] == ["sub/丙.PDF", "乙.txt", "甲.docx"]
    assert found.failures == ()


def test_a_file_named_outright_is_tried_whatever_its_suffix(folder: Path) -> None:
    assert find_documents([str(folder / "表.xlsx")]).paths == (folder / "表.xlsx",)


def test_a_file_that_is_not_there_is_left_for_reading_to_report() -> None:
    assert find_documents(["没有.txt"]).paths == (Path("没有.txt"),)


def test_files_keep_the_order_given_and_come_once(folder: Path) -> None:
    names = [str(folder / "甲.docx"), str(folder), str(folder / "甲.docx")]
    assert [path.name for path in find_documents(names).paths] == ["甲.docx", "丙.PDF", "乙.txt"]


def test_an_empty_folder_is_a_failure_that_names_the_suffixes(tmp_path: Path) -> None:
    (failure,) = find_documents([str(tmp_path)]).failures
    assert failure.code == "empty-folder"
    assert ".docx" in failure.zh
    assert ".docx" in failure.en
