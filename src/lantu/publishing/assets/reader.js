// The document on the other side: its marks, its contents, and where in it the reader is.

const byId = (key) => document.getElementById(`d${state.document}-${key}`);

let marks = []; // the current document's marks in the order of the text
let heads = []; // its headings

function gatherMarks() {
  marks = findAll("a[data-k]", section());
  heads = findAll(".contents a", section()).map((link) => [document.getElementById(link.hash.slice(1)), link]);
  marks.forEach((mark) => { mark.tabIndex = -1; });
  if (marks[0]) marks[0].tabIndex = 0;
}

const keysOf = (mark) => mark.dataset.k.split(" ");

/** Marks of what the filters hide stand back. */
function fadeMarks() {
  const key = KEY_OF_TAB[state.tab];
  const kept = isFiltered() ? new Set(visible.map((index) => key + index)) : null;
  for (const mark of marks) {
    const own = keysOf(mark).filter((each) => each.startsWith(key));
    mark.classList.toggle("faded", kept !== null && own.length > 0 && !own.some((each) => kept.has(each)));
  }
}

/** Shows which mark is selected; it is the one that Tab reaches. */
function markSelected() {
  for (const mark of findAll(".selected", section())) mark.classList.remove("selected");
  if (state.selected === null) return;
  const key = KEY_OF_TAB[state.tab] + state.selected;
  const own = marks.filter((mark) => keysOf(mark).includes(key));
  for (const mark of own) (mark.classList.contains("bar") ? mark.parentElement : mark).classList.add("selected");
  if (!own.length) return;
  marks.forEach((mark) => { mark.tabIndex = -1; });
  own[0].tabIndex = 0;
}

/** Brings what is selected into the middle of the document's side. */
function showMark({ focus = false } = {}) {
  setView("document");
  revealMark("center");
  const mark = selectedMark();
  if (focus && mark) mark.focus({ preventScroll: true });
}

function selectedMark() {
  const key = KEY_OF_TAB[state.tab] + state.selected;
  return state.selected === null ? null : byId(key) || marks.find((each) => keysOf(each).includes(key));
}

/** Scrolls as far as is needed to see the selected mark; what is folded around it opens. */
function revealMark(block = "nearest") {
  const mark = selectedMark();
  if (!mark) return;
  const target = mark.classList.contains("bar") ? mark.parentElement : mark;
  openAround(target);
  target.scrollIntoView({ block });
}

/** Marks may stand in a part that is folded. */
function openAround(element) {
  for (let part = element.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
}

function startReader() {
  for (const part of sections) {
    part.addEventListener("click", (event) => {
      const fold = event.target.closest("button.fold");
      const mark = event.target.closest("a[data-k]");
      const link = event.target.closest(".contents a");
      if (fold) toggleFold(fold);
      if (!mark && !link) return;
      event.preventDefault();
      if (link) goToHeading(link);
      else selectKey(keysOf(mark)[0], { from: "document" });
    });
    find(".page", part).addEventListener("scroll", noteHeading, { passive: true });
  }
}

/** Selects by a key such as s12. */
function selectKey(key, options) {
  select(TAB_OF_KEY[key[0]], Number(key.slice(1)), options);
}

function toggleFold(button, open = button.getAttribute("aria-expanded") !== "true") {
  button.setAttribute("aria-expanded", String(open));
  document.getElementById(button.getAttribute("aria-controls")).hidden = !open;
}

function goToHeading(link) {
  closeContents();
  setView("document");
  document.getElementById(link.hash.slice(1)).scrollIntoView({ block: "start" });
}

let isNoting = false;

/** Marks in the contents the heading under which the reader is. */
function noteHeading() {
  if (isNoting) return;
  isNoting = true;
  requestAnimationFrame(() => {
    isNoting = false;
    const top = find(".page", section()).getBoundingClientRect().top + 80;
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (heads[middle][0].getBoundingClientRect().top <= top) low = middle + 1;
      else high = middle;
    }
    showHeading(low ? unfolded(heads[low - 1][1]) : null);
  });
}

/** The link itself, or that of the heading in which it is folded away. */
function unfolded(link) {
  const fold = link.closest("ul[hidden]");
  return fold ? unfolded(find("a", fold.parentElement)) : link;
}

function showHeading(link) {
  const before = find(".contents a[aria-current]", section());
  if (before === link) return;
  if (before) before.removeAttribute("aria-current");
  if (!link) return;
  link.setAttribute("aria-current", "true");
  link.scrollIntoView({ block: "nearest" });
}

function closeContents() {
  document.body.classList.remove("with-contents");
  find("#contents-switch").setAttribute("aria-expanded", "false");
}
