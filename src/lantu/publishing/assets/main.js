// What happens when something is chosen, and the start.

/** Selects an item; the side it was not chosen on follows. */
function select(tab, index, { from }) {
  if (tab !== state.tab) {
    state.tab = tab;
    nameTabs();
    state.selected = index;
    applyFilters();
  }
  state.selected = index;
  if (!passes(items()[index])) clearFilters();
  markRow();
  markSelected();
  drawCard();
  // The card has grown by now, and with it what it might have covered.
  showRow();
  if (from === "document") revealMark();
  else if (!isNarrow() || from === "address") showMark();
  saveAddress();
}

function deselect() {
  state.selected = null;
  markRow();
  markSelected();
  drawCard();
  saveAddress();
}

function openTab(tab) {
  state.tab = tab;
  state.selected = null;
  nameTabs();
  applyFilters();
  markSelected();
  drawCard();
}

function openDocument(number) {
  state.document = number;
  state.selected = null;
  sections.forEach((part, index) => { part.hidden = index !== number; });
  gatherMarks();
  noteHeading();
  redraw();
}

/** Draws everything in the panel anew: another document, or another language. */
function redraw() {
  nameElements();
  nameTabs();
  drawFilters();
  applyFilters();
  markSelected();
  drawCard();
}

const isNarrow = () => matchMedia("(max-width: 899px)").matches;

/** On a narrow screen one side is seen at a time. */
function setView(name) {
  document.body.dataset.view = name;
  for (const button of findAll("[data-view]")) if (button !== document.body) button.setAttribute("aria-pressed", String(button.dataset.view === name));
  if (name === "lists") showRow();
}

function startHeader() {
  const choice = find("#document");
  choice.append(...documents.map((each, index) => make("option", { value: index }, each.title || each.name)));
  choice.addEventListener("change", () => openDocument(Number(choice.value)));
  for (const button of findAll("button[data-view]")) button.addEventListener("click", () => setView(button.dataset.view));
  find("#language").addEventListener("click", () => {
    language = 1 - language;
    redraw();
  });
  find("#contents-switch").addEventListener("click", (event) => {
    const isOpen = document.body.classList.toggle("with-contents");
    event.currentTarget.setAttribute("aria-expanded", String(isOpen));
  });
}

/** Goes to where the address says. */
function goToAddress() {
  loadAddress();
  const { selected } = state;
  openDocument(state.document);
  find("#document").value = state.document;
  if (selected !== null) select(state.tab, selected, { from: "address" });
}

function start() {
  if (!documents.length) return;
  startHeader();
  startLists();
  startFilters();
  startReader();
  startKeys();
  setView("document");
  goToAddress();
  window.addEventListener("hashchange", goToAddress);
}

start();
