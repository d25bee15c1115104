// The lists on one side: a table a tab, drawn as far as it is scrolled.

const DRAWN_AT_ONCE = 120;
const KIND_SIGNS = { target: "◎", result: "✓" };
const SEVERITY_SIGNS = { error: "✕", warning: "▾", info: "○" };

let visible = []; // indices of the items that pass the filters
let drawn = 0; // how many of them have rows

/** A quantity as people read it: direction, comparator, number as printed. */
function quantity(item) {
  const direction = !item.open && ["growth", "decline"].includes(item.measure) ? word(item.measure) : "";
  const sign = item.open ? "" : word(`op_${item.op}`);
  return [direction, sign, item.printed].filter(Boolean).join(" ");
}

function kindTag(item) {
  const name = item.open ? `${item.kind} open` : item.kind;
  return make("span", { class: `tag ${name}` }, make("span", { "aria-hidden": "true" }, item.open ? "◌" : KIND_SIGNS[item.kind]), ` ${word(item.kind)}`);
}

function unitsLine(task) {
  const words = task.groups.map((group) => group.units.map(unitName).join("、") + (group.open ? " 等" : ""));
  return words.join("；");
}

const unitName = (unit) => (unit.role === "responsible" ? unit.name : `${unit.name}（${word(unit.role)}）`);

const quoted = (text) => make("span", { class: "own", lang: "zh-Hans" }, text);

// For each tab its columns: the head's key, the cell's words or element, and its class.
const COLUMNS = {
  statements: [
    ["statement_kind", kindTag, "kind"],
    ["subject", (item) => quoted(item.subject), "subject"],
    ["quantity", (item) => quoted(quantity(item)), "number"],
    ["period", (item) => item.period, "period"],
    ["scope", (item) => quoted(item.scope), "scope"],
  ],
  tasks: [
    ["task", (item) => quoted(item.heading || item.text), "wide"],
    ["units", (item) => quoted(unitsLine(item)), "wide"],
  ],
  projects: [
    ["project", (item) => quoted(item.name), "wide"],
    ["project_kind", (item) => quoted(item.kind), ""],
    ["stage", (item) => quoted(item.stage), ""],
    ["places", (item) => quoted(item.places.join("、")), ""],
  ],
  findings: [
    ["severity", (item) => [make("span", { "aria-hidden": "true" }, SEVERITY_SIGNS[item.severity]), ` ${word(item.severity)}`], `kind`],
    ["code", (item) => item.code, "period"],
    ["message", (item) => (isEnglish() ? item.message_en : item.message), "wide"],
  ],
};

/** Draws the current tab's list anew. */
function drawList() {
  const list = find("#list");
  visible = shown();
  drawn = 0;
  list.scrollTop = 0;
  list.replaceChildren(visible.length ? emptyTable() : emptyNote());
  list.setAttribute("aria-labelledby", `tab-${state.tab}`);
  if (visible.length) drawRows(DRAWN_AT_ONCE);
  markRow();
}

function emptyTable() {
  const heads = COLUMNS[state.tab].map(([key, , style]) => make("th", { scope: "col", class: style }, word(key)));
  return make("table", { class: state.tab }, make("thead", {}, make("tr", {}, heads)), make("tbody"));
}

function emptyNote() {
  if (!isFiltered()) return make("p", { class: "empty" }, word(`empty_${state.tab}`));
  return make("p", { class: "empty" }, word("no_match"), " ", make("button", { type: "button", class: "link", onclick: clearFilters }, word("clear")));
}

/** Draws rows until so many are there. */
function drawRows(count) {
  const rows = visible.slice(drawn, count).map(drawRow);
  find("#list tbody").append(...rows);
  drawn += rows.length;
}

function drawRow(index) {
  const item = items()[index];
  const cells = COLUMNS[state.tab].map(([, words, style]) => make("td", { class: item.open ? `${style} words` : style }, words(item)));
  return make("tr", { tabindex: "-1", "data-index": index }, cells);
}

/** The row of an item, drawn if it was not yet; null if a filter hides it. */
function rowOf(index) {
  const place = visible.indexOf(index);
  if (place < 0) return null;
  if (place >= drawn) drawRows(place + DRAWN_AT_ONCE);
  return find(`#list tr[data-index="${index}"]`);
}

/** Shows which row is selected; that row, or the first, is the one that Tab reaches. */
function markRow() {
  for (const row of findAll("#list tr[aria-current], #list tbody tr[tabindex='0']")) {
    row.removeAttribute("aria-current");
    row.tabIndex = -1;
  }
  const row = state.selected === null ? null : rowOf(state.selected);
  if (row) row.setAttribute("aria-current", "true");
  const reached = row || find("#list tbody tr");
  if (reached) reached.tabIndex = 0;
}

function showRow({ focus = false } = {}) {
  const row = state.selected === null ? null : rowOf(state.selected);
  if (!row) return;
  row.scrollIntoView({ block: "nearest" });
  if (focus) row.focus({ preventScroll: true });
}

/** The names of the tabs with their counts. */
function nameTabs() {
  for (const button of findAll("[data-tab]")) {
    const isSelected = button.dataset.tab === state.tab;
    button.replaceChildren(word(button.dataset.tab), " ", make("span", { class: "count" }, String(items(button.dataset.tab).length)));
    button.setAttribute("aria-selected", String(isSelected));
    button.tabIndex = isSelected ? 0 : -1;
  }
}

function startLists() {
  const list = find("#list");
  list.addEventListener("scroll", () => {
    if (drawn < visible.length && list.scrollTop + 2 * list.clientHeight > list.scrollHeight) drawRows(drawn + DRAWN_AT_ONCE);
  });
  list.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-index]");
    if (row) select(state.tab, Number(row.dataset.index), { from: "list" });
  });
  for (const button of findAll("[data-tab]")) button.addEventListener("click", () => openTab(button.dataset.tab));
  window.addEventListener("beforeprint", () => visible.length && drawRows(visible.length));
}
