// The card: one item as it was understood, with its sentence, its place and the reasons.

/** Draws the card of what is selected, or how to select something. */
function drawCard() {
  const card = find("#card");
  const item = state.selected === null ? null : items()[state.selected];
  card.classList.toggle("filled", item !== null);
  card.replaceChildren(...(item ? CARDS[state.tab](item).flat().filter(Boolean) : [aboutDocument(), make("p", { class: "hint" }, word("hint"), make("span", { class: "keys" }, ` ${word("hint_keys")}`))]));
  if (item) card.prepend(cardButtons());
  card.scrollTop = 0;
}

/** What the document says of itself, each fact with the reason for which it is believed. */
function aboutDocument() {
  const known = current().facts.filter((each) => each.value && each.fact !== "title");
  const values = known.filter((each) => each.fact !== "region_code").map(factValue);
  const rows = known.flatMap((each) => [make("dt", {}, word(each.fact)), make("dd", {}, factValue(each), make("span", { class: "because" }, factReason(each)))]);
  return make("details", { class: "about" }, make("summary", {}, `${word("about")}　${values.join(" · ")}`), make("dl", {}, rows));
}

const factValue = (each) => (each.fact === "kind" ? word(each.value) : each.value);

function factReason(each) {
  if (each.settled) return word("settled");
  return isEnglish() ? each.reason_en : each.reason;
}

const CARDS = { statements: statementCard, tasks: taskCard, projects: projectCard, findings: findingCard };

function cardButtons() {
  return make(
    "div",
    { class: "buttons" },
    make("button", { type: "button", class: "link to-text", onclick: () => showMark({ focus: true }) }, word("show_in_text")),
    make("button", { type: "button", class: "link to-list", onclick: () => { setView("lists"); showRow({ focus: true }); } }, word("show_in_list")),
    make("button", { type: "button", class: "link close", onclick: deselect }, word("close")),
  );
}

function statementCard(item) {
  const facts = [
    ["period", item.period || word("not_stated")],
    ["scope", item.scope && quoted(item.scope)],
    ["modality", item.modality && quoted(item.modality)],
    ["exact", exactValue(item)],
    ["open_target", item.open && word(item.open)],
    ["reference", item.reference && quoted(item.reference)],
    ...cellFacts(item.cell),
    ...place(item),
  ];
  return [
    make("p", { class: "kicker" }, kindTag(item), ` · ${word(item.measure)}`),
    make("h2", {}, quoted(item.subject || "—")),
    make("p", { class: "figure" }, quoted(quantity(item))),
    sentence(item),
    factList(facts),
    reasons(item.reasons),
  ];
}

/** The value in its base unit, where the printed number is not that already: 51,270,000,000 斤. */
function exactValue(item) {
  if (item.value === null) return "";
  const values = [item.value, item.high].filter((value) => value !== null);
  const words = values.map(grouped).join(" — ") + (item.unit ? ` ${item.unit}` : "");
  const squeezed = (text) => text.replace(/[\s,—–~～-]/g, "");
  return squeezed(words) === squeezed(item.printed) ? "" : words;
}

const grouped = (digits) => digits.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** The sentence with its number marked; a table's row keeps a gap between its cells. */
function sentence(item) {
  if (!item.sentence) return null;
  const [from, to] = item.at;
  const words = (text) => text.replace(/\t/g, "　").replace(/\n/g, " ");
  const parts = to > from
    ? [words(item.sentence.slice(0, from)), make("mark", { class: item.kind }, words(item.sentence.slice(from, to))), words(item.sentence.slice(to))]
    : [words(item.sentence)];
  return make("blockquote", { class: "own", lang: "zh-Hans" }, parts);
}

function cellFacts(cell) {
  if (!cell) return [];
  const marks = [cell.starred && word("starred"), cell.cumulative && word("cumulative")].filter(Boolean).join(" · ");
  return [
    ["column", cell.column && quoted(cell.column)],
    ["section", cell.section && quoted(cell.section)],
    ["attribute", [cell.attribute, marks].filter(Boolean).join(" · ")],
    ...cell.footnotes.map((note) => ["text", quoted(note)]),
  ];
}

function place(item) {
  const span = word("where_value", item.span[0], item.span[1]);
  const page = item.page ? `${word("where_page", item.page)} · ` : "";
  return [
    ["headings", item.path.length && quoted(item.path.join(" › "))],
    ["where", page + span],
  ];
}

function factList(facts) {
  const rows = facts.filter(([, value]) => value).flatMap(([key, value]) => [make("dt", {}, word(key)), make("dd", {}, value)]);
  return make("dl", {}, rows);
}

/** How it was read: each reason is the field it decided and the rule that did. */
function reasons(list) {
  if (!list.length) return null;
  const lines = list.map((reason) => {
    const [field, ...rule] = reason.split(":");
    return make("li", {}, make("span", {}, WORDS[`field_${field}`] ? word(`field_${field}`) : field), quoted(rule.join(":") || field));
  });
  return make("details", { class: "reasons", open: true }, make("summary", {}, word("how")), make("ul", {}, lines));
}

function taskCard(item) {
  return [
    make("p", { class: "kicker" }, word("task")),
    make("h2", {}, quoted(item.heading || item.text.slice(0, 40))),
    make("blockquote", { class: "own", lang: "zh-Hans" }, item.text),
    item.groups.map(unitGroup),
    factList(place(item)),
    statementsWithin(item),
  ];
}

function unitGroup(group) {
  const chips = group.units.map((unit) => make(
    "li",
    {},
    make("button", { type: "button", class: "unit", onclick: () => lookFor(unit.name) }, quoted(unit.name)),
    unit.role === "responsible" ? "" : make("span", { class: "role" }, word(unit.role)),
    unit.group ? make("span", { class: "role" }, word("group_unit")) : "",
  ));
  if (group.open) chips.push(make("li", {}, quoted("等")));
  const facts = [["leaders", group.leaders.length && quoted(group.leaders.join("、"))], ["deadline", group.deadline && quoted(group.deadline)]];
  return make("div", {}, make("h3", {}, word("units")), make("ul", { class: "units-list" }, chips), factList(facts));
}

function statementsWithin(item) {
  if (!item.statements.length) return null;
  const lines = item.statements.map((index) => {
    const statement = current().statements[index];
    const open = () => select("statements", index, { from: "card" });
    return make("li", {}, make("button", { type: "button", class: "link", onclick: open }, quoted(`${statement.subject} ${quantity(statement)}`)));
  });
  return make("div", {}, make("h3", {}, word("in_task")), make("ul", { class: "within" }, lines));
}

function projectCard(item) {
  const facts = [["project_kind", item.kind && quoted(item.kind)], ["stage", item.stage && quoted(item.stage)], ["places", quoted(item.places.join("、"))]];
  return [
    make("p", { class: "kicker" }, word("project")),
    make("h2", {}, quoted(item.name)),
    factList([...facts.filter(([, value]) => value && value.textContent), ...place(item)]),
  ];
}

function findingCard(item) {
  const remedy = isEnglish() ? item.remedy_en : item.remedy;
  return [
    make("p", { class: "kicker" }, `${SEVERITY_SIGNS[item.severity]} ${word(item.severity)} · ${item.code}`),
    make("h2", {}, isEnglish() ? item.message_en : item.message),
    item.text ? make("blockquote", { class: "own", lang: "zh-Hans" }, item.text) : null,
    factList([["remedy", remedy], ...place(item)]),
  ];
}

/** Searches the current tab for a unit's name. */
function lookFor(name) {
  find("#search").value = name;
  setFilter("text", name);
  setView("lists");
}
