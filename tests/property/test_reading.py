"""Laws of reading: any text becomes a document, and every place in it leads back to the original."""

from lantu.reading.documents import read_document
from lantu.text.source import Source
from tests.property.strategies import for_any_text


def _read(text):
    return read_document(Source("any.txt", text))


@for_any_text
def test_any_text_is_read(text):
    assert _read(text).source.text == text


@for_any_text
def test_the_same_text_gives_the_same_document(text):
    assert _read(text) == _read(text)


@for_any_text
def test_every_character_that_is_kept_comes_from_the_original_in_order(text):
    clean = _read(text).clean
    origins = [clean.original_offset(offset) for offset in range(len(clean.text))]
    assert origins == sorted(set(origins))
    assert all(0 <= origin < len(text) for origin in origins)


@for_any_text
def test_blocks_and_cells_stand_within_the_cleaned_text(text):
    document = _read(text)
    for block in document.blocks:
        assert 0 <= block.start <= block.end <= len(document.clean.text)
    for table in document.tables:
        for row in table.rows:
            for cell in row:
                assert document.clean.text[cell.start : cell.end].strip() == cell.text.strip()


@for_any_text
def test_a_block_stands_below_an_earlier_one(text):
    for index, block in enumerate(_read(text).blocks):
        assert -1 <= block.parent < index
