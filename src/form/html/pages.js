// One question a page: going on, going back, the overview, and what is said about errors.

view.errors = [];
view.notice = null;
view.conflict = null;
view.changing = false;

const settingAsked = () => data.setting === null && data.hasSettings;
/** The organisation's page is left out where nothing on it is asked. */
const organisationAsked = () => data.organisation === null || settingAsked() || isOfficial();
const order = () => [
  "start",
  "who",
  ...(organisationAsked() ? ["organisation"] : []),
  ...asked().map(({ id }) => pageOf(id)),
  "overview",
];
/** The page of a question has the name of its field, so that a question may be called `start` or `who`. */
const pageOf = (id) => `q-${id}`;
const isQuestion = (page) => data.questions.some(({ id }) => pageOf(id) === page);
const section = (page) => by(`page-${page}`);
const hasAnswers = () => asked().some(({ id }) => isAnswered(id));
const isFilledIn = (page) => chosen(page) !== "";
const isAnswered = (id) => isFilledIn(pageOf(id));

/** What depends on other fields: numbers of the questions, and fields that are asked of some only. */
function number() {
  const questions = asked();
  for (const question of data.questions) {
    const [part, place] = [section(pageOf(question.id)), questions.indexOf(question)];
    part.toggleAttribute("data-unasked", place < 0);
    const counted = say("ui.question", { n: place + 1, of: questions.length });
    part.querySelector(".caption").textContent = `${counted}. ${say("ui.principle", { name: say(`p.${question.principle}`) })}.`;
    const reason = by(`q-${question.id}-because`);
    if (reason) reason.hidden = chosen(`q-${question.id}`) !== "na";
  }
  by("one").hidden = chosen("who") !== "one" || isOfficial();
  by("group").hidden = !isGroup();
  by("field-date").hidden = !isOfficial();
  by("field-sector").hidden = by("field-size").hidden = !isOfficial();
  if (isQuestion(view.page)) by("clear").hidden = !isFilledIn(view.page);
}

/** The window's title: what is wrong first, then the page, then the form. */
function title() {
  const part = section(view.page);
  const caption = isQuestion(view.page) ? `${part.querySelector(".caption").textContent} ` : "";
  const heading = part.querySelector("h2 [data-t]") ?? part.querySelector("h2");
  const error = view.errors.length > 0 ? `${say("ui.error")}: ` : "";
  document.title = `${error}${caption}${heading.textContent} – ${say("title")}`.replace(/\n/g, " ");
}

/** Shows a page and puts the focus on its heading. `remember`: the browser's own "back" leads here again. */
function show(page, remember = true, focus = true) {
  const part = section(page);
  for (const other of document.querySelectorAll(".page")) other.hidden = other !== part;
  view.page = document.body.dataset.page = page;
  showErrors([], false);
  if (page === "overview") overview();
  const question = isQuestion(page);
  by("back").hidden = by("steps").hidden = page === "start";
  by("buttons").hidden = page === "overview";
  by("clear-sure").hidden = true;
  by("skip-question").hidden = !question;
  by("clear").hidden = !question || !isFilledIn(page);
  by("to-overview").hidden = page === "overview" || chosen("who") === "";
  by("download-now").hidden = page === "overview" || chosen("who") === "";
  by("go-on").dataset.t = page === "start" && !hasAnswers() ? "ui.start" : "ui.go_on";
  by("go-on").textContent = say(by("go-on").dataset.t);
  if (question) {
    // Who opened the help once wants it with every question.
    const help = part.querySelector("details.help");
    if (help) help.open = view.help === true;
    part.querySelector("details.more").open = field(`${page}-note`) + field(`${page}-evidence`) !== "";
  }
  title();
  if (remember) history.pushState({ page }, "");
  window.scrollTo(0, 0);
  if (focus) part.querySelector("h2").focus({ preventScroll: true });
}

/** Shows what happened; it goes with the next page. */
function notice(key, values = {}, more = []) {
  view.notice = [key, values, more];
  by("notice").replaceChildren(...[[key, values], ...more].map(([key, values]) => make("p", { "data-text": "" }, say(`ui.${key}`, values))));
  by("notice").hidden = false;
}

/** Asks what counts where this file says something else. */
function conflict(file) {
  view.conflict = file;
  by("conflict-text").textContent = say("ui.conflict", { file });
  by("conflict").hidden = false;
}

function quiet() {
  view.notice = view.conflict = null;
  by("notice").hidden = true;
  by("notice").replaceChildren();
  by("conflict").hidden = true;
}

/** Errors are `{ key, values, field }`; the summary on top takes the focus and links to each field. */
function showErrors(errors, focus = true) {
  for (const { field } of view.errors) {
    by(`error-${field}`)?.remove();
    const wrapper = by(`field-${field}`);
    wrapper?.classList.remove("wrong");
    const target = wrapper?.matches("fieldset") ? wrapper : wrapper?.querySelector("input, textarea");
    if (target) {
      target.removeAttribute("aria-invalid");
      const rest = (target.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== `error-${field}` && id !== "");
      if (rest.length > 0) target.setAttribute("aria-describedby", rest.join(" "));
      else target.removeAttribute("aria-describedby");
    }
  }
  view.errors = errors;
  by("errors").hidden = errors.length === 0;
  by("error-list").replaceChildren(
    ...errors.map(({ key, values: given, field }) => {
      const values = typeof given === "function" ? given() : given;
      const wrapper = by(`field-${field}`);
      const input = wrapper.querySelector("input, textarea");
      const message = make("p", { class: "error-message", id: `error-${field}` }, `${say("ui.error")}: ${say(`ui.${key}`, values)}`);
      (wrapper.querySelector(".control") ?? input).before(message);
      wrapper.classList.add("wrong");
      const target = wrapper.matches("fieldset") ? wrapper : input;
      if (target === input) target.setAttribute("aria-invalid", "true");
      target.setAttribute("aria-describedby", [target.getAttribute("aria-describedby") ?? "", message.id].join(" ").trim());
      const link = make("a", { href: `#${input.id}` }, say(`ui.${key}`, values));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input.focus();
      });
      return make("li", {}, link);
    }),
  );
  title();
  if (errors.length > 0 && focus) by("errors").focus();
}

/** What is wrong with a page. */
function faults(page) {
  const found = [];
  const wrong = (field, key, values) => found.push({ field, key, values });
  if (page === "who") {
    if (chosen("who") === "") wrong("who", "error_who");
    if (chosen("who") === "one" && /\S[\s@]+\S/.test(field("code").trim())) wrong("code", "error_code");
    if (isGroup()) {
      // Who is not to be shown need not say how many: the number is not kept.
      const counted = /^[0-9]{1,6}$/.test(field("people")) && Number(field("people")) >= 2;
      if (!counted && !(chosen("consent") === "no" && field("people") === "")) wrong("people", "error_people");
      if (chosen("consent") === "") wrong("consent", "error_consent");
    }
    if (by("field-perspective") && chosen("perspective") === "") {
      const none = () => (data.perspectives.includes("no-statement") ? name("no-statement") : say("ui.whole"));
      wrong("perspective", "error_perspective", () => ({ none: none() }));
    }
  } else if (page === "organisation") {
    if (data.organisation === null && field("organisation") === "") wrong("organisation", "error_name");
    const hasDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(field("date"));
    if (isOfficial() && !hasDay && !hasMonth()) wrong("date", "error_date");
    if (settingAsked() && chosen("setting") === "") wrong("setting", "error_setting", () => ({ open: say("ui.setting_open") }));
  } else if (isQuestion(page) && !isFilledIn(page)) {
    wrong(page, "error_answer");
  }
  return found;
}

/** The first page on which something is missing: where those who come back go on. */
const unfinished = () => order().find((page) => page !== "start" && faults(page).length > 0) ?? "overview";

/** The next page, or back to the overview for those who came from there. */
function goOn() {
  quiet();
  const pages = order();
  const following = pages[pages.indexOf(view.page) + 1] ?? "overview";
  const next = view.page === "start" && hasAnswers() ? unfinished() : following;
  const wasQuestion = isQuestion(view.page);
  const target = view.changing && wasQuestion ? "overview" : next;
  if (target === "overview" || !wasQuestion) view.changing = false;
  show(target);
}

function goBack() {
  quiet();
  const pages = order();
  const target = view.changing ? "overview" : pages[pages.indexOf(view.page) - 1] ?? "start";
  view.changing = false;
  show(target);
}

/** A link to a question that comes back to the overview. */
function changeLink(page, text, hidden) {
  const link = make("a", { href: `#page-${page}` }, text, ...(hidden ? [make("span", { class: "unseen" }, `: ${hidden}`)] : []));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    quiet();
    view.changing = true;
    show(page);
  });
  return link;
}

/** What a printed overview must say besides: whose answers they are, from when, and what happens with them. */
function facts() {
  const known = [["ui.organisation_head", data.organisation ?? field("organisation")], ["ui.date", date()]];
  const own = known.flatMap(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, value || "–")]);
  const told = section("start").querySelector("dl").cloneNode(true);
  return make("dl", { class: "on-paper" }, ...own, ...told.children);
}

/** All answers, principle by principle; what is open first. */
function overview() {
  const questions = asked();
  const open = questions.filter(({ id }) => !isAnswered(id));
  const count = { n: questions.length - open.length, of: questions.length };
  const parts = [facts(), make("p", {}, say(open.length === 0 ? "ui.done_all" : "ui.done_some", count))];
  // Kept, in case the perspective is changed back, but no part of what is downloaded.
  const others = data.questions.filter((question) => !questions.includes(question) && isAnswered(question.id));
  if (others.length > 0) {
    const ids = others.map(({ id }) => id).join(", ");
    parts.push(make("p", { class: "note" }, say("ui.not_asked", { n: others.length, ids })));
  }
  if (open.length > 0) {
    parts.push(make("p", {}, say("ui.no_open")));
    const many = open.length > 12;
    const item = (question) =>
      make("li", { value: String(questions.indexOf(question) + 1) }, changeLink(pageOf(question.id), say(`q.${question.id}`).replace(/\n/g, " ")));
    const list = make("ol", { class: "open" }, ...open.map(item));
    // A long list folds away: the answers below say it too.
    if (many) parts.push(make("details", {}, make("summary", {}, say("ui.open_head")), list));
    else parts.push(make("h3", {}, say("ui.open_head")), list);
  }
  for (const principle of data.principles) {
    const here = questions.filter((question) => question.principle === principle);
    if (here.length === 0) continue;
    const rows = here.map((question) => {
      const { id } = question;
      const found = answer(id);
      const text = `${questions.indexOf(question) + 1}. ${say(`q.${id}`).replace(/\n/g, " ")}`;
      const more = [
        [say("ui.reason"), found.reason],
        [say("ui.note"), found.note],
        [say("ui.evidence"), found.evidence?.join("\n")],
      ];
      const said = more.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`).join("\n");
      const row = make("div", { class: "row" }, make("dt", {}, text));
      row.append(make("dd", {}, found.choice ? say(`o.${found.choice}`) : say("ui.no_answer")));
      row.append(make("dd", { class: "change" }, changeLink(pageOf(id), say(found.choice ? "ui.change" : "ui.give"), text)));
      if (said) row.append(make("dd", { class: "hint" }, said));
      return row;
    });
    parts.push(make("h3", {}, say(`p.${principle}`)), make("dl", { class: "rows" }, ...rows));
  }
  by("overview").replaceChildren(...parts);
}
