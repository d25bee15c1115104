// What the page holds and what its reader has chosen; the address after # says it too, so that it can be sent on.

const TABS = ["statements", "tasks", "projects", "findings"];
const TAB_OF_KEY = { s: "statements", t: "tasks", p: "projects", f: "findings" };
const KEY_OF_TAB = { statements: "s", tasks: "t", projects: "p", findings: "f" };

const sections = findAll(".document");
const documents = sections.map((section) => parse(find("script.data", section)));

const NO_FILTERS = { text: "", kind: "", measure: "", period: "" };
const state = { document: 0, tab: "statements", selected: null, filters: { ...NO_FILTERS } };

const current = () => documents[state.document];
const items = (tab = state.tab) => current()[tab];
const section = () => sections[state.document];

/** The words of an item that search looks through, made once. */
function haystack(item) {
  item.haystack ??= Object.values(item).flatMap(wordsIn).join("\n").toLowerCase();
  return item.haystack;
}

function wordsIn(value) {
  if (typeof value === "string") return [value];
  if (value && typeof value === "object") return Object.values(value).flatMap(wordsIn);
  return [];
}

/** Whether an item of the current tab passes the filters. */
function passes(item) {
  const { text, kind, measure, period } = state.filters;
  if (text && !text.toLowerCase().split(/\s+/).every((part) => haystack(item).includes(part))) return false;
  if (state.tab !== "statements") return true;
  if (kind === "open" ? !item.open : kind && item.kind !== kind) return false;
  if (measure && item.measure !== measure) return false;
  return !period || (item.period || "-") === period;
}

/** Indices of the items that are shown. */
const shown = () => items().flatMap((item, index) => (passes(item) ? [index] : []));

const isFiltered = () => Object.values(state.filters).some(Boolean);

/** Writes the choice into the address, without a step in the history. */
function saveAddress() {
  const parts = new URLSearchParams();
  if (state.document) parts.set("doc", current().name);
  if (state.tab !== "statements") parts.set("tab", state.tab);
  for (const [name, value] of Object.entries(state.filters)) if (value) parts.set(name, value);
  if (isEnglish()) parts.set("lang", "en");
  const place = state.selected === null ? "" : `d${state.document}-${KEY_OF_TAB[state.tab]}${state.selected}`;
  const words = [place, parts.toString()].filter(Boolean).join("&");
  history.replaceState(null, "", words ? `#${words}` : location.pathname + location.search);
}

/** Takes the choice from the address; what does not exist is passed over. */
function loadAddress() {
  const [place, ...rest] = location.hash.slice(1).split("&");
  const named = /^d(\d+)-([stpf])(\d+)$/.exec(place);
  const parts = new URLSearchParams(named ? rest.join("&") : [place, ...rest].join("&"));
  const chosen = named ? Number(named[1]) : documents.findIndex((each) => each.name === parts.get("doc"));
  state.document = chosen >= 0 && chosen < documents.length ? chosen : 0;
  const tab = named ? TAB_OF_KEY[named[2]] : parts.get("tab");
  state.tab = TABS.includes(tab) ? tab : "statements";
  for (const name of Object.keys(NO_FILTERS)) state.filters[name] = parts.get(name) || "";
  if (!KINDS.includes(state.filters.kind)) state.filters.kind = "";
  if (parts.get("lang")) language = parts.get("lang") === "en" ? 1 : 0;
  state.selected = named && Number(named[3]) < items().length ? Number(named[3]) : null;
}
