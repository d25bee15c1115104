// The words of the page in the language of its reader.

const WORDS = parse(find("#words"));
let language = document.documentElement.lang.startsWith("zh") ? 0 : 1;

/** The word for a key, {0} and {1} filled in; the key itself where there is none. */
function word(key, ...values) {
  const text = WORDS[key] ? WORDS[key][language] : key;
  return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text);
}

const isEnglish = () => language === 1;

/** Puts the words into every element that asks for one. */
function nameElements() {
  document.documentElement.lang = isEnglish() ? "en" : "zh-Hans";
  for (const element of findAll("[data-t]")) element.textContent = word(element.dataset.t);
  for (const element of findAll("[data-t-label]")) element.setAttribute("aria-label", word(element.dataset.tLabel));
  for (const element of findAll("[data-t-hint]")) element.placeholder = word(element.dataset.tHint);
  find("#language").setAttribute("aria-label", word("language_switch_label"));
  find("#language").lang = isEnglish() ? "zh-Hans" : "en";
}
