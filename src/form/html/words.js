"use strict";

// What this form knows: its questions, its languages, and what whoever made it has settled.
const data = JSON.parse(document.getElementById("data").textContent);

// How it is shown now. What was filled in stands in the fields of the page and nowhere else.
const view = { language: data.languages[0], easy: data.easy, page: "start" };

/** The element with this id. */
const by = (id) => document.getElementById(id);

/** The text with this key in the language that is on; `values` fill its `{names}`. */
function say(key, values) {
  const entry = view.language.texts[key] ?? "";
  const text = Array.isArray(entry) ? entry[view.easy ? 1 : 0] : entry;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole)) : text;
}

/** Writes every text of the page in the language that is on. */
function translate() {
  const { tag, words } = view.language;
  document.documentElement.lang = tag;
  document.documentElement.classList.toggle("easy-on", view.easy);
  for (const element of document.querySelectorAll("[data-t]")) {
    const text = say(element.dataset.t);
    element.textContent = text;
    if ("optional" in element.dataset) element.hidden = text === "";
    // The form's own words may be in another language than the questions.
    if (element.dataset.t.startsWith("ui.") && words !== tag) element.lang = words;
    else if (element.dataset.t.startsWith("ui.")) element.removeAttribute("lang");
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", say(element.dataset.tLabel));
  }
  for (const button of by("languages").children) {
    button.setAttribute("aria-pressed", String(button.lang === tag));
  }
  by("easy").setAttribute("aria-pressed", String(view.easy));
  by("easy-note").hidden = !view.easy;
}

/** Changes the language or easy language; the page, its fields and the focus stay where they are. */
function speak(tag, easy) {
  view.language = data.languages.find((language) => language.tag === tag) ?? view.language;
  view.easy = easy;
  translate();
  number();
  if (view.page === "overview") overview();
  showErrors(view.errors, false);
  if (view.notice) notice(...view.notice);
  if (view.conflict) conflict(view.conflict);
  title();
  keep();
}

/** A new element with attributes and children. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
