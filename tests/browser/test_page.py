"""The page as a person uses it: look, filter, click both ways, keyboard, language, phone, dark."""

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.browser.conftest import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

#: More rows are drawn as the list is scrolled.
DRAWN_AT_ONCE = 120


def rows(page: "Page") -> "Locator":
    return page.locator("#list tbody tr")


def shown_count(page: "Page") -> int:
    return int(page.locator("#count").inner_text().split()[0])


def is_in_view(element: "Locator") -> bool:
    return bool(
        element.evaluate(
            """(element) => {
                const box = element.getBoundingClientRect();
                const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return element.contains(at);
            }"""
        )
    )


def test_the_page_opens_on_the_first_document_with_its_statements(page: "Page") -> None:
    assert page.locator("article:visible h1").count() == 1
    assert shown_count(page) > 10
    assert rows(page).count() == min(shown_count(page), DRAWN_AT_ONCE)
    assert page.locator("#document option").count() == 3
    assert page.locator("#tab-statements").get_attribute("aria-selected") == "true"


def test_a_row_leads_to_its_words_in_the_document(page: "Page") -> None:
    row = rows(page).last
    row.click()
    mark = page.locator("article:visible a.selected")
    assert mark.count() == 1
    assert is_in_view(mark)
    assert is_in_view(page.locator("#list tr[aria-current]"))
    assert mark.inner_text() in page.locator("#card blockquote mark").inner_text()


def test_words_in_the_document_lead_to_their_row(page: "Page") -> None:
    mark = page.locator("article:visible a.m.target").last
    mark.scroll_into_view_if_needed()
    mark.click()
    row = page.locator("#list tr[aria-current]")
    assert mark.inner_text() in row.inner_text()
    assert is_in_view(row)
    assert is_in_view(mark)


def test_the_card_says_how_a_statement_was_understood(page: "Page") -> None:
    rows(page).first.click()
    card = page.locator("#card").inner_text()
    for part in ("时期", "所在标题", "位置", "怎样读出"):
        assert part in card


def test_what_is_known_of_the_document_is_told_with_its_reason(page: "Page") -> None:
    about = page.locator("#card details.about")
    assert "政府工作报告" in about.locator("summary").inner_text()
    about.locator("summary").click()
    assert about.locator("dd .because").first.inner_text()


def test_search_narrows_the_list_at_once_and_marks_of_the_rest_stand_back(page: "Page") -> None:
    everything = shown_count(page)
    subject = rows(page).first.locator(".subject").inner_text()
    page.locator("#search").fill(subject)
    assert 0 < shown_count(page) < everything
    assert subject in rows(page).first.inner_text()
    assert page.locator("article:visible a.faded").count() > 0
    page.locator("#search").fill("没有这样的词")
    assert rows(page).count() == 0
    page.locator("#list .empty button").click()
    assert shown_count(page) == everything


def test_filters_by_kind_measure_and_period_work_together(page: "Page") -> None:
    page.locator("[data-kind=target]").click()
    targets = shown_count(page)
    assert rows(page).count() == page.locator("#list .tag.target").count() == min(targets, DRAWN_AT_ONCE)
    page.locator("#measure").select_option("growth")
    assert 0 < shown_count(page) < targets
    period = rows(page).first.locator(".period").inner_text()
    page.locator("#period").select_option(period)
    assert {cell.inner_text() for cell in page.locator("#list td.period").all()} == {period}


def test_choosing_what_a_filter_hides_takes_the_filter_away(page: "Page") -> None:
    everything = shown_count(page)
    page.locator("#search").fill(rows(page).first.locator(".subject").inner_text())
    page.locator("article:visible a.faded").last.click()
    assert shown_count(page) == everything
    assert page.locator("#search").input_value() == ""
    assert page.locator("#list tr[aria-current]").count() == 1


def test_the_keyboard_alone_is_enough(page: "Page") -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("增长")
    page.keyboard.press("ArrowDown")
    first = page.locator("#list tr[aria-current]").get_attribute("data-index")
    page.keyboard.press("ArrowDown")
    second = page.locator("#list tr[aria-current]").get_attribute("data-index")
    assert first != second
    page.keyboard.press("ArrowUp")
    assert page.locator("#list tr[aria-current]").get_attribute("data-index") == first
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.k").split()[0] == f"s{first}"
    page.keyboard.press("ArrowDown")
    assert page.locator("#list tr[aria-current]").get_attribute("data-index") != first
    page.keyboard.press("Escape")
    assert page.locator("#list tr[aria-current]").count() == 0
    assert page.locator("#card .hint").count() == 1


def test_tabs_move_by_arrows_and_show_their_lists(page: "Page") -> None:
    page.locator("#document").select_option("2")
    page.locator("#tab-statements").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-tasks"
    assert rows(page).count() > 0
    rows(page).first.click()
    assert page.locator("article:visible .task.selected").count() >= 1
    unit = page.locator("#card .unit").first
    name = unit.inner_text()
    unit.click()
    assert page.locator("#search").input_value() == name
    assert all(name in row.inner_text() for row in rows(page).all())


def test_a_tasks_bar_leads_to_the_task(page: "Page") -> None:
    page.locator("#document").select_option("2")
    page.locator("article:visible a.bar").first.click()
    assert page.locator("#tab-tasks").get_attribute("aria-selected") == "true"
    assert page.locator("#list tr[aria-current]").count() == 1


def test_another_document_brings_its_own_lists_and_contents(page: "Page") -> None:
    before = page.locator("article:visible h1").inner_text()
    page.locator("#document").select_option("1")
    assert page.locator("article:visible h1").inner_text() != before
    assert page.locator("article:visible table").count() >= 1
    assert page.locator("article:visible .frame").count() >= 1


def test_contents_fold_and_lead_to_their_heading(page: "Page") -> None:
    page.locator("#document").select_option("1")
    fold = page.locator(".contents:visible button.fold").first
    before = fold.get_attribute("aria-expanded")
    fold.click()
    assert fold.get_attribute("aria-expanded") != before
    link = page.locator(".contents:visible a:visible").last
    link.click()
    heading = page.locator(f"[id='{str(link.get_attribute('href'))[1:]}']")
    assert is_in_view(heading)


def test_every_label_changes_with_the_language_and_the_document_does_not(page: "Page") -> None:
    document = page.locator("article:visible").inner_text()
    rows(page).first.click()
    page.locator("#language").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#tab-statements").inner_text().lower().startswith("statements")
    chrome = page.evaluate(
        """() => {
            const copy = document.body.cloneNode(true);
            for (const own of copy.querySelectorAll("article, .contents, #document, [lang], script, .unseen")) own.remove();
            return copy.textContent + [...document.querySelectorAll("#panel [aria-label]")].map((each) => each.ariaLabel).join();
        }"""
    )
    assert not [character for character in chrome if "\u4e00" <= character <= "\u9fff"]
    assert page.locator("article:visible").inner_text() == document
    page.locator("#language").click()
    assert page.locator("#tab-statements").inner_text().startswith("量化表述")


def test_the_address_says_where_one_is_and_can_be_sent(browser: "Browser", page: "Page", page_file: Path) -> None:
    page.locator("#document").select_option("1")
    page.locator("#search").fill("增长")
    rows(page).first.click()
    address = page.evaluate("location.hash")
    card = page.locator("#card").inner_text()
    for other in opened(browser, page_file, address):
        assert other.locator("#card").inner_text() == card
        assert other.locator("#search").input_value() == "增长"
        assert is_in_view(other.locator("article:visible a.selected").first)


def test_an_address_of_nothing_opens_the_page_all_the_same(browser: "Browser", page_file: Path) -> None:
    for other in opened(browser, page_file, "#d9-s99999&tab=nonsense&kind=nonsense&%"):
        assert other.locator("article:visible").count() == 1


def test_an_address_typed_into_the_open_page_is_gone_to(page: "Page") -> None:
    page.evaluate("location.hash = '#d1-s2'")
    page.wait_for_function("document.querySelector('#document').value === '1'")
    assert page.locator("#list tr[aria-current]").get_attribute("data-index") == "2"


def test_scrolling_the_list_draws_the_rest(page: "Page") -> None:
    count = shown_count(page)
    for _ in range(count // DRAWN_AT_ONCE + 1):
        page.locator("#list").evaluate("(list) => list.scrollTo(0, list.scrollHeight)")
        page.wait_for_timeout(50)
    assert rows(page).count() == count


def test_on_a_phone_one_side_is_seen_at_a_time(browser: "Browser", page_file: Path) -> None:
    for phone in opened(browser, page_file, has_touch=True, is_mobile=True):
        phone.set_viewport_size({"width": 390, "height": 844})
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        assert not phone.locator("#list").is_visible()
        mark = phone.locator("article:visible a.m").nth(3)
        mark.scroll_into_view_if_needed()
        mark.tap()
        assert phone.locator("#card h2").is_visible()
        assert is_in_view(mark)
        phone.locator("#card .to-list").tap()
        assert is_in_view(phone.locator("#list tr[aria-current]"))
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        phone.locator("#card .to-text").tap()
        assert is_in_view(mark)


def test_a_printed_page_holds_the_document_and_the_whole_list(page: "Page", tmp_path: Path) -> None:
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as pdf:
        text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
    assert page.locator("article:visible h1").inner_text() in text
    assert sum(map(text.count, "✓◎◌")) == shown_count(page)


def test_in_print_every_row_is_there(page: "Page") -> None:
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert rows(page).count() == shown_count(page)
    assert not page.locator("header").is_visible()
    assert not page.locator("#card").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (1000, "light"), (390, "dark")])
def test_there_is_nothing_that_axe_objects_to(browser: "Browser", page_file: Path, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - comes with what the fixture requires

    # Axe is a script of its own, which the page's policy would rightly not let in.
    for page in opened(browser, page_file, color_scheme=scheme, bypass_csp=True):
        page.set_viewport_size({"width": width, "height": 900})
        for tab in ("statements", "tasks", "projects", "findings"):
            if width < 900:
                page.locator("button[data-view=lists]").click()
            page.locator(f"#tab-{tab}").click()
            if rows(page).count():
                rows(page).first.click()
            violations = Axe().run(page).response["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
