// The keyboard: / searches, up and down move, Enter goes to the text, Esc closes.

function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = ACTIONS[event.key];
    if (action && action(event) !== false) event.preventDefault();
  });
}

const isTyping = (event) => event.target.matches("input, select, textarea");
const isChoosing = (event) => event.target === document.body || event.target.closest("#list, #card, a[data-k]");

// Each answers false where the key keeps its usual meaning.
const ACTIONS = {
  "/": (event) => {
    if (isTyping(event)) return false;
    setView("lists");
    find("#search").focus();
    find("#search").select();
  },
  Escape: (event) => {
    if (document.body.classList.contains("with-contents")) return closeContents();
    if (event.target.id === "search" && state.filters.text) return clearFilters();
    if (state.selected === null) return event.target.blur();
    deselect();
  },
  ArrowDown: (event) => step(event, 1),
  ArrowUp: (event) => step(event, -1),
  ArrowRight: (event) => stepTab(event, 1),
  ArrowLeft: (event) => stepTab(event, -1),
  Home: (event) => (event.target.closest("#list tr") ? selectPlace(0) : false),
  End: (event) => (event.target.closest("#list tr") ? selectPlace(visible.length - 1) : false),
  Enter: (event) => {
    const row = event.target.closest("#list tr");
    if (event.target.id === "search") return selectPlace(0);
    if (!row) return false;
    select(state.tab, Number(row.dataset.index), { from: "list" });
    showMark({ focus: true });
  },
};

/** Moves the selection: along the list, or, from a mark, along the marks of the text. */
function step(event, by) {
  if (event.target.id === "search" && by > 0) return selectPlace(0);
  if (isTyping(event) || !isChoosing(event)) return false;
  const mark = event.target.closest("a[data-k]");
  if (mark) return stepMark(mark, by);
  const place = visible.indexOf(state.selected);
  selectPlace(place < 0 ? 0 : place + by);
}

function stepMark(mark, by) {
  const next = marks[marks.indexOf(mark) + by];
  if (!next) return;
  selectKey(keysOf(next)[0], { from: "document" });
  next.scrollIntoView({ block: "nearest" });
  next.focus({ preventScroll: true });
}

function selectPlace(place) {
  if (place < 0 || place >= visible.length) return;
  select(state.tab, visible[place], { from: "list" });
  showRow({ focus: true });
}

function stepTab(event, by) {
  if (!event.target.matches("[role=tab]")) return false;
  const next = TABS[(TABS.indexOf(state.tab) + by + TABS.length) % TABS.length];
  openTab(next);
  find(`#tab-${next}`).focus();
}
