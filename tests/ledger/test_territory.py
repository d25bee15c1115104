from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.territory import choose_region
from lantu.model.ledger import LedgerDocument
from tests.ledger.provinces import ledger, read, targets

LIAONING = "2027年辽宁省政府工作报告\n\n一、目标\n地区生产总值增长6%。\n"
JILIN = "2027年吉林省政府工作报告\n\n一、目标\n粮食产量达到900亿斤。\n"


def document(identity: str, code: str, kind: str = "outline") -> LedgerDocument:
    return LedgerDocument(identity, f"{identity}.txt", kind=kind, region=f"地区{code}", region_code=code)


def test_a_document_of_another_province_is_left_out_and_named():
    home, away = read(LIAONING, "辽宁.txt"), read(JILIN, "吉林.txt")
    found = assemble_ledger([home, away], region_code="210000")
    (finding,) = found.findings
    assert (finding.code, finding.document) == ("LT401", away.document.id)
    assert finding.message == "《2027年吉林省政府工作报告》属于吉林省，而台账属于辽宁省；该文件未计入"
    assert targets(found, "粮食产量") == []
    assert [each.id for each in found.documents] == [home.document.id]


def test_documents_without_a_region_belong_to_the_ledger():
    unnamed = read("关于农业工作的通知\n\n一、2027年新建粮库12座。\n", "通知.txt")
    found = ledger(read(LIAONING, "辽宁.txt"), unnamed)
    assert len(found.documents) == 2


def test_the_ledger_is_of_the_region_that_holds_most_outlines():
    outlines = [document("a", "210000"), document("b", "210100"), document("c", "210100")]
    assert choose_region(outlines) == ("地区210000", "210000")


def test_outlines_count_before_other_documents():
    documents = [document("a", "210000"), *(document(str(i), "220000", "work-report") for i in range(3))]
    assert choose_region(documents) == ("地区210000", "210000")


def test_neighbours_with_like_codes_are_not_one_inside_the_other():
    """211000 is 辽阳 and 211100 盘锦: the same first three digits, and two cities."""
    liaoyang, panjin = (
        read("2027年辽阳市政府工作报告\n\n粮食产量达到20亿斤。\n"),
        read("2027年盘锦市政府工作报告\n\n粮食产量达到20亿斤。\n"),
    )
    found = assemble_ledger([liaoyang, panjin], region_code="211000")
    assert [finding.document for finding in found.findings] == [panjin.document.id]
