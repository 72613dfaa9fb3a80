// Saving, opening, keeping in the browser; and the beginning of everything.

// Whether something was filled in that is in no file yet.
let unsaved = false;
const place = `coprod-form ${data.rubric.id} ${data.perspective ?? ""}`;

/** The browser's own store, if it lets a page have one. */
function store(use) {
  try {
    return use(window.localStorage);
  } catch {
    return undefined;
  }
}

/** What a sheet does not say when nothing was chosen yet. */
const PICKED = ["who", "consent", "perspective", "setting"];
const keeps = () => by("keep").checked;

/** Puts what is filled in into the browser's store, if that is wanted. */
function keep() {
  if (!keeps()) return;
  const picked = Object.fromEntries(PICKED.map((name) => [name, chosen(name)]));
  const now = { sheet: sheet(false), picked, people: field("people"), language: view.language.tag, easy: view.easy };
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
    const { sheet, error } = read(JSON.stringify(kept.sheet), "");
    if (error) return;
    by("keep").checked = true;
    by("keep-delete").hidden = false;
    fill(sheet, true);
    by("people").value = kept.people;
    for (const name of PICKED) {
      for (const input of form.querySelectorAll(`[name="${name}"]`)) input.checked = input.value === kept.picked[name];
    }
    speak(kept.language, kept.easy === true);
    notice("loaded_storage", counts());
  } catch {
    // What cannot be read is no sheet of ours; it stays where it is.
  }
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
  if (!contradicts(found)) return load(found, file.name, true);
  by("conflict-text").textContent = say("ui.conflict", { file: file.name });
  by("conflict-file").onclick = () => load(found, file.name, true);
  by("conflict-here").onclick = () => load(found, file.name, false);
  by("conflict").hidden = false;
  by("conflict").focus();
}

function load(found, file, over) {
  quiet();
  const unknown = fill(found, over);
  number();
  keep();
  const more = unknown.length > 0 ? [["ignored", { ids: unknown.join(", ") }]] : [];
  view.changing = false;
  show(unfinished());
  notice("loaded", { file, ...counts() }, more);
  by("notice").focus();
}

/** Deletes everything that was filled in; asks once more before. */
function clearAll() {
  if (!view.sure) {
    view.sure = true;
    notice("clear_all_sure");
    return;
  }
  form.reset();
  carried = NOTHING;
  for (const details of document.querySelectorAll("details.more")) details.open = false;
  store((storage) => storage.removeItem(place));
  by("keep-delete").hidden = by("copy").hidden = true;
  by("copy-text").value = "";
  unsaved = view.sure = view.changing = false;
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
  view.sure = false;
  if (event.target.id === "file" || event.target.id === "keep" || event.target.id === "copy-text") return;
  unsaved = true;
  number();
  keep();
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
  for (const input of form.querySelectorAll(`[name="q-${view.page}"]`)) input.checked = false;
  const reason = by(`q-${view.page}-reason`);
  if (reason) reason.value = "";
  unsaved = true;
  number();
  keep();
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
by("clear-all").addEventListener("click", clearAll);
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
// What is folded away is printed too.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".page details:not([open], #copy)")) {
    details.open = true;
    details.dataset.printed = "";
  }
});
window.addEventListener("afterprint", () => {
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
