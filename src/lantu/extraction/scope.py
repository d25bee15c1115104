"""Which part of the jurisdiction a statement is about: cities, zones, named sub-areas."""

import re
from dataclasses import dataclass

from lantu.extraction.clauses import strip_opening
from lantu.model.document import Document, DocumentKind
from lantu.vocabulary.regions import region_names

#: Zones are named by what they are: 沈阳现代化都市圈, 辽宁沿海经济带, 关中平原城市群.
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:都市圈|经济带|经济圈|先导区|绿色经济区|经济区|城市群|一体化示范区|改革创新示范区|创新示范区|试验区|自贸区|合作区|生态示范区|开放试验区|新区(?!域))"
)
#: What follows a place for the place to be a scope: an indicator, not the rest of a proper name.
_INDICATOR = re.compile(
    r"(?:地区)?(?:生产总值|GDP)|经济总量|(?:规模以上|一般公共预算|固定资产投资|社会消费品|进出口|城镇|农村|居民|常住人口|战略性新兴产业|数字经济|制造业|工业|服务业|旅游|粮食|森林|空气|PM|实际|高新技术企业|科技型)"
)
_PLACE_TAIL = re.compile(r"(?:等)?(?:市|两市|三市|地区|全市)?")


@dataclass(slots=True)
class Places:
    """The places that open a subject, and the subject without them."""

    names: list[str]
    subject: str


class ScopeReader:
    """Finds scopes in one document, by the place names of its own region."""

    def __init__(self, document: Document) -> None:
        code = document.front.region_code.value
        self._names = region_names(f"{code[:2]}0000") if code else frozenset()
        self._longest = max(map(len, self._names), default=0)
        kind = document.front.kind.value
        #: Whether headings and sentences set scopes: in plans that are about regions.
        self.by_heading = kind in (DocumentKind.ACTION_PLAN.value, DocumentKind.REGIONAL_PLAN.value)
        self._document = document
        self._cache: dict[int, str] = {}

    def split(self, subject: str) -> Places:
        """沈阳、大连地区生产总值 as places and subject; without places where it opens with none."""
        zone = _ZONE.match(subject)
        if zone and _INDICATOR.match(subject, zone.end()):
            return Places([zone.group(0)], subject[zone.end() :])
        names, position = self._leading_names(subject)
        tail = _PLACE_TAIL.match(subject, position)
        end = tail.end() if tail and not _INDICATOR.match(subject, position) else position
        if names and _INDICATOR.match(subject, end):
            return Places(names, subject[end:])
        return Places([], subject)

    def of_block(self, index: int) -> str:
        """The zone or city that the headings around a block speak of, in plans for regions; else ""."""
        if not self.by_heading:
            return ""
        parent = self._document.blocks[index].parent
        if parent < 0:
            return ""
        if parent not in self._cache:
            heading = self._document.blocks[parent]
            self._cache[parent] = self._of_title(heading.title) or self.of_block(parent)
        return self._cache[parent]

    def of_sentence(self, text: str) -> str:
        """The city that a sentence of a plan for regions opens with: 沈阳市中心城市建设取得重大突破，…; else ""."""
        if not self.by_heading:
            return ""
        return _listed(self._leading_names(text)[0])

    def _of_title(self, title: str) -> str:
        bare = strip_opening(title).subject
        zone = _ZONE.match(bare)
        if zone:
            return zone.group(0)
        return _listed(self._leading_names(bare)[0])

    def _leading_names(self, text: str) -> tuple[list[str], int]:
        """The places that a text opens with, one after the other, and where they end."""
        names: list[str] = []
        position = end = 0
        while name := self._name_at(text, position):
            names.append(name)
            end = position = position + len(name)
            if text[position : position + 1] not in _LIST_MARKS:
                break
            position += 1
        return names, end

    def _name_at(self, text: str, position: int) -> str:
        for length in range(self._longest, 1, -1):
            name = text[position : position + length]
            if name in self._names:
                return name
        return ""


_LIST_MARKS = frozenset("、和与及")


def _listed(names: list[str]) -> str:
    return "、".join(name.removesuffix("市") for name in names)
