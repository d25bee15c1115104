"""A corrected text takes the place of the one before, and what people decided moves over to it."""

from dataclasses import replace
from decimal import Decimal

from lantu.ledger.readings import READER_VERSION
from lantu.ledger.versions import earlier_version, replace_readings
from tests.ledger.provinces import OUTLINE, codes, decide, ledger, outline, read, report, second_part, statement

#: The same outline with a paragraph more in front, another figure in the table, and the parks' sentence as it was.
REVISED = OUTLINE.replace(
    "第一章 发展目标\n", "第一章 发展目标\n本章说明未来五年要做到什么程度，新增一段，含年均减少3%的说明。\n"
).replace("\t1850\t1900\t", "\t1850\t1950\t")
#: The number itself was changed.
RECOUNTED = OUTLINE.replace("湿地公园24个", "湿地公园25个")


def test_a_text_with_changed_surroundings_is_a_newer_version():
    old, new = outline(), outline(REVISED)
    assert old.document.id != new.document.id
    assert earlier_version(new, [report(), old]) == old


def test_another_part_of_the_plan_is_no_newer_version():
    assert earlier_version(second_part(), [outline()]) is None


def test_a_document_with_another_title_is_no_newer_version():
    other = read(OUTLINE.replace("第十五个五年规划纲要", "第十五个五年规划纲要（草案）"), "纲要.txt")
    assert earlier_version(other, [outline()]) is None


def test_the_newer_version_takes_the_place_of_the_older():
    old, new = outline(), outline(REVISED)
    found = replace_readings([old, report()], [new], [])
    held = {reading.document.id: reading.document for reading in found.readings}
    assert set(held) == {new.document.id, report().document.id}
    assert (held[new.document.id].version, held[new.document.id].replaces) == (2, old.document.id)
    assert [plan.version for plan in ledger(*found.readings).plans if plan.kind == "outline" and plan.documents] == [2]


def test_decisions_move_to_the_same_number_in_the_same_sentence():
    old, new = outline(), outline(REVISED)
    decision = decide(statement(old, "24个").anchor, "correct", "表述有误", value="26")
    found = replace_readings([old], [new], [decision])
    assert found.decisions == (replace(decision, anchor=statement(new, "24个").anchor),)
    made = ledger(*found.readings, decisions=found.decisions)
    assert codes(made) == []
    assert any(target.quantity.value == Decimal(26) and target.confirmed for target in made.targets)


def test_a_merge_moves_with_both_of_its_ends():
    old, new = outline(), outline(REVISED)
    decision = decide(statement(old, "24个").anchor, "merge", into=statement(old, "42.5%").anchor)
    (moved,) = replace_readings([old], [new], [decision]).decisions
    assert moved.anchor == statement(new, "24个").anchor
    assert dict(moved.values)["into"] == statement(new, "42.5%").anchor


def test_a_number_that_stands_twice_in_one_sentence_keeps_its_turn():
    sentence = "到2030年，甲湖治理面积达到20平方公里，乙湖治理面积达到20平方公里。\n"
    old = outline(OUTLINE + sentence)
    new = outline(REVISED + sentence)
    decisions = [decide(statement(old, "20平方公里", turn).anchor, "confirm") for turn in (0, 1)]
    moved = replace_readings([old], [new], decisions).decisions
    assert [each.anchor for each in moved] == [statement(new, "20平方公里", turn).anchor for turn in (0, 1)]


def test_a_decision_whose_number_was_changed_is_kept_and_named():
    old, new = outline(), outline(RECOUNTED)
    decision = decide(statement(old, "24个").anchor, "correct", value="26")
    found = replace_readings([old], [new], [decision])
    assert found.decisions == (decision,)
    made = ledger(*found.readings, decisions=found.decisions)
    assert codes(made) == ["LT404"]
    assert any(target.quantity.value == Decimal(25) for target in made.targets)


def test_a_decision_that_found_no_place_comes_back_with_the_number():
    """Decided on a text, lost in the next, found again when the first text returns."""
    old, new = outline(), outline(RECOUNTED)
    decision = decide(statement(old, "24个").anchor, "correct", value="26")
    lost = replace_readings([old], [new], [decision])
    back = replace_readings(lost.readings, [old], lost.decisions)
    assert codes(ledger(*back.readings, decisions=back.decisions)) == []
    assert back.readings[0].document.version == 3


def test_two_files_that_are_both_at_hand_are_two_documents():
    old, new = outline(), outline(REVISED)
    found = replace_readings([old], [new], [], given={old.document.digest, new.document.digest})
    assert {reading.document.version for reading in found.readings} == {1}
    assert len(found.readings) == 2


def test_two_versions_that_come_together_replace_neither():
    assert len(replace_readings([], [outline(), outline(REVISED)], []).readings) == 2


def test_the_same_text_read_by_a_newer_reader_keeps_its_version():
    old = replace(outline(), version="0")
    found = replace_readings([old], [outline()], [])
    assert [(each.version, each.document.version) for each in found.readings] == [(READER_VERSION, 1)]


def test_a_decision_follows_a_number_whose_sentence_a_newer_reader_cuts_otherwise():
    new = outline()
    parks = statement(new, "24个")
    cut = replace(parks, anchor=f"{new.document.id}-000000000000", sentence="新建省级湿地公园24个。")
    old = replace(new, version="0", statements=tuple(cut if each == parks else each for each in new.statements))
    found = replace_readings([old], [new], [decide(cut.anchor, "confirm")])
    assert [decision.anchor for decision in found.decisions] == [parks.anchor]


def test_a_document_that_an_earlier_reader_read_is_named():
    made = ledger(replace(outline(), version="0"))
    assert codes(made) == ["LT405"]
    assert "纲要.txt" in made.findings[0].message
