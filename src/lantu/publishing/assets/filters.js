// Filters: what the reader looks for, among the statements by kind, measure and period.

const KINDS = ["", "target", "result", "open"];
const MEASURES = ["level", "growth", "decline", "flow"];

/** Fills the choices with what the document has. */
function drawFilters() {
  drawKinds();
  const periods = countBy(items("statements"), (item) => item.period || "-");
  const names = [...periods.keys()].sort();
  fillChoice("period", "any_period", names.map((name) => [name, name === "-" ? word("no_period") : name, periods.get(name)]));
  const measures = countBy(items("statements"), (item) => item.measure);
  fillChoice("measure", "any_measure", MEASURES.filter((name) => measures.has(name)).map((name) => [name, word(name), measures.get(name)]));
  find("#search").value = state.filters.text;
}

function drawKinds() {
  const counts = countBy(items("statements"), (item) => item.kind);
  counts.set("", items("statements").length);
  counts.set("open", items("statements").filter((item) => item.open).length);
  find("#kinds").replaceChildren(...KINDS.filter((kind) => !kind || counts.get(kind)).map((kind) => kindButton(kind, counts.get(kind))));
}

function kindButton(kind, count) {
  const press = () => setFilter("kind", kind);
  const name = kind ? word(kind) : word("all");
  return make("button", { type: "button", "data-kind": kind, "aria-pressed": String(state.filters.kind === kind), onclick: press }, name, " ", make("span", { class: "count" }, String(count)));
}

function countBy(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
  return counts;
}

function fillChoice(name, anyKey, choices) {
  const options = choices.map(([value, label, count]) => make("option", { value }, `${label}（${count}）`));
  const choice = find(`#${name}`);
  choice.replaceChildren(make("option", { value: "" }, word(anyKey)), ...options);
  choice.value = state.filters[name];
  if (choice.value !== state.filters[name]) state.filters[name] = choice.value = "";
}

function setFilter(name, value) {
  state.filters[name] = value;
  applyFilters();
}

function clearFilters() {
  state.filters = { ...NO_FILTERS };
  drawFilters();
  applyFilters();
}

/** Shows what passes, on both sides. */
function applyFilters() {
  drawList();
  find(".only-statements").hidden = state.tab !== "statements";
  for (const button of findAll("[data-kind]")) button.setAttribute("aria-pressed", String(button.dataset.kind === state.filters.kind));
  find("#count").textContent = word("shown", visible.length, items().length);
  fadeMarks();
  saveAddress();
}

function startFilters() {
  find("#search").addEventListener("input", (event) => setFilter("text", event.target.value.trim()));
  for (const name of ["measure", "period"]) find(`#${name}`).addEventListener("change", (event) => setFilter(name, event.target.value));
}
