// Saving, opening, keeping in the browser; and the beginning of everything.

// Whether something was filled in that is in no file yet.
let unsaved = false;
// Forms for other organisations, settings or perspectives keep their answers apart.
const place = `coprod-form ${JSON.stringify([
  data.rubric.id,
  data.rubric.version,
  data.perspective ?? "",
  data.setting ?? "",
  data.organisation ?? "",
])}`;

/** The browser's own store, if it lets a page have one. */
function store(use) {
  try {
    return use(window.localStorage);
  } catch {
    return undefined;
  }
}

const keeps = () => by("keep").checked;

/** Everything that is filled in, also for questions that are not asked now: who chose another perspective may go back. */
function filledIn() {
  const kinds = '[type="radio"]:checked, [type="text"], [type="date"], textarea:not([readonly])';
  const inputs = [...form.elements].filter((input) => input.matches(kinds) && input.value !== "");
  return Object.fromEntries(inputs.map((input) => [input.type === "radio" ? input.name : input.id, input.value]));
}

/** Puts what is filled in into the browser's store, if that is wanted. */
function keep() {
  if (!keeps()) return;
  const now = { fields: filledIn(), carried, language: view.language.tag, easy: view.easy };
  const done = store((storage) => {
    storage.setItem(place, JSON.stringify(now));
    return true;
  });
  if (done !== true) {
    by("keep").checked = false;
    notice("kept_failed");
  }
}

/** Takes up what the browser has kept. */
function takeUp() {
  const found = store((storage) => storage.getItem(place));
  if (!found) return;
  try {
    const kept = JSON.parse(found);
    const fields = Object.entries(kept.fields);
    // Today's date, where it was taken out.
    by("date").value = "";
    for (const [key, value] of fields) if (form.elements[key]) form.elements[key].value = value;
    carried = { ...NOTHING, ...kept.carried };
    by("keep").checked = true;
    by("keep-delete").hidden = false;
    speak(kept.language, kept.easy === true);
    notice("loaded_storage", counts());
  } catch {
    // What cannot be read is no sheet of ours; it stays where it is.
  }
}

/** Something was changed: it is in no file yet, and the text to copy does not say it. */
function changed() {
  unsaved = true;
  by("copy").hidden = true;
  number();
  keep();
}

const counts = () => ({ n: asked().filter(({ id }) => isAnswered(id)).length, of: asked().length });

/** Gives the answers out as a file; who and for what organisation must be known. */
function download() {
  const missing = order().filter((page) => page === "who" || page === "organisation").find((page) => faults(page).length > 0);
  if (missing) {
    quiet();
    view.changing = false;
    show(missing);
    showErrors(faults(missing));
    return;
  }
  const made = sheet(true);
  // The pseudonym stays the same in every file.
  keep();
  const text = written(made);
  const link = make("a", { download: fileName(made), href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  by("copy-text").value = text;
  by("copy").hidden = false;
  const next = data.contact === null ? ["send_to_unknown", {}] : ["send_to", { contact: data.contact }];
  notice("downloaded", { file: fileName(made) }, [next]);
  by("notice").focus();
}

/** Opens a file; what is filled in stays where the file cannot be used. */
async function open(file) {
  quiet();
  const wrong = (key, values) => showErrors([{ field: "file", key, values }]);
  if (!file) return wrong("error_file_empty");
  let text;
  try {
    if (file.size > MOST_BYTES) throw new Error("too large");
    text = await file.text();
  } catch {
    return wrong("error_file_read", {});
  }
  const { sheet: found, error, values } = read(text, file.name);
  by("file").value = "";
  if (error) return wrong(error, values);
  showErrors([], false);
  const theirs = understood(found);
  if (!contradicts(theirs)) return load(theirs, file.name, true);
  conflict(file.name);
  by("conflict-file").onclick = () => load(theirs, file.name, true);
  by("conflict-here").onclick = () => load(theirs, file.name, false);
  by("conflict").focus();
}

function load(theirs, file, over) {
  quiet();
  fill(theirs, over);
  by("copy").hidden = true;
  number();
  keep();
  const unused = Object.entries(theirs.unused).filter(([, ids]) => ids.length > 0);
  const more = unused.map(([key, ids]) => [key, { ids: ids.join(", ") }]);
  view.changing = false;
  show(unfinished());
  notice("loaded", { file, ...counts() }, more);
  by("notice").focus();
}

/** Deletes everything that was filled in. */
function clearAll() {
  form.reset();
  carried = NOTHING;
  for (const details of document.querySelectorAll("details.more")) details.open = false;
  store((storage) => storage.removeItem(place));
  by("keep-delete").hidden = by("copy").hidden = true;
  by("copy-text").value = "";
  unsaved = view.changing = false;
  begin();
  show("start");
  notice("cleared_all");
}

/** Fields that begin with something. */
function begin() {
  by("date").value = today();
  number();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const found = faults(view.page);
  if (found.length > 0) showErrors(found);
  else goOn();
});
form.addEventListener("input", (event) => {
  if (event.target.id !== "file" && event.target.id !== "keep") changed();
});
for (const button of by("languages").children) {
  button.addEventListener("click", () => {
    speak(button.lang, view.easy);
    by("said").textContent = say("ui.language_on");
  });
}
by("easy").addEventListener("click", () => {
  speak(view.language.tag, !view.easy);
  by("said").textContent = say(view.easy ? "ui.easy_on" : "ui.easy_off");
});
by("back").addEventListener("click", goBack);
by("skip-question").addEventListener("click", goOn);
by("clear").addEventListener("click", () => {
  for (const input of form.querySelectorAll(`[name="${view.page}"]`)) input.checked = false;
  const reason = by(`${view.page}-reason`);
  if (reason) reason.value = "";
  changed();
  notice("cleared");
  section(view.page).querySelector("h2").focus();
});
by("to-overview").addEventListener("click", () => {
  quiet();
  view.changing = false;
  show("overview");
});
by("to-start").addEventListener("click", () => {
  quiet();
  view.changing = false;
  show("start");
});
by("download").addEventListener("click", download);
by("download-now").addEventListener("click", download);
// The question stands below the button, and nothing moves yet: the second click of a double click must delete nothing.
by("clear-all").addEventListener("click", () => {
  by("clear-sure").hidden = false;
  by("clear-no").focus({ preventScroll: true });
  setTimeout(() => by("clear-sure").scrollIntoView({ block: "nearest" }), 600);
});
by("clear-no").addEventListener("click", () => {
  by("clear-sure").hidden = true;
  by("clear-all").focus();
});
by("clear-yes").addEventListener("click", (event) => event.detail < 2 && clearAll());
by("file").addEventListener("change", () => open(by("file").files[0]));
by("keep").addEventListener("change", () => {
  by("keep-delete").hidden = !keeps();
  if (keeps()) {
    notice("kept_on");
    keep();
  } else {
    store((storage) => storage.removeItem(place));
    notice("kept_off");
  }
});
by("keep-delete").addEventListener("click", () => {
  store((storage) => storage.removeItem(place));
  by("keep").checked = false;
  by("keep-delete").hidden = true;
  by("keep").focus();
  notice("kept_deleted");
});
for (const help of document.querySelectorAll("details.help > summary")) {
  help.addEventListener("click", () => (view.help = !help.parentElement.open));
}
window.addEventListener("popstate", (event) => {
  const page = event.state?.page;
  if (page && order().includes(page)) {
    quiet();
    view.changing = false;
    show(page, false);
  }
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved && !keeps()) event.preventDefault();
});
// What is folded away is printed too, and the date as the sheet has it: of one person the month.
window.addEventListener("beforeprint", () => {
  const day = by("date");
  if (day.dataset.printed === undefined) {
    const printed = chosen("who") === "" ? "" : date();
    day.dataset.printed = day.value;
    day.type = "text";
    day.value = printed;
  }
  for (const details of document.querySelectorAll(".page details:not([open], #copy)")) {
    details.open = true;
    details.dataset.printed = "";
  }
});
window.addEventListener("afterprint", () => {
  const day = by("date");
  day.type = "date";
  day.value = day.dataset.printed ?? day.value;
  delete day.dataset.printed;
  for (const details of document.querySelectorAll("details[data-printed]")) {
    details.open = false;
    delete details.dataset.printed;
  }
});

document.documentElement.classList.remove("no-js");
for (const element of document.querySelectorAll("[data-js]")) element.hidden = false;
by("keep-delete").hidden = true;
by("copy").hidden = true;
translate();
begin();
history.replaceState({ page: "start" }, "");
// The focus begins where a page begins.
takeUp();
show("start", false, false);
