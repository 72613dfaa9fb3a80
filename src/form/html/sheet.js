// The answer sheet: from the fields into a file, and from a file into the fields.

const FORMAT = "coprod/answers/1";
const MOST_BYTES = 32 * 1024 * 1024;

// What a loaded file says and this form does not ask: it comes out again as it went in.
const NOTHING = { organisation: {}, process: null, date: "" };
let carried = NOTHING;

const form = by("form");
const field = (id) => by(id)?.value.trim() ?? "";
const chosen = (name) => form.elements[name]?.value ?? "";
const choose = (name, value) => {
  const input = [...form.querySelectorAll(`[name="${name}"]`)].find((one) => one.value === value);
  if (input) input.checked = true;
  return input !== undefined;
};

const isGroup = () => chosen("who") === "group";
/** The perspective; `null` is the organisation as a whole. */
const perspective = () => data.perspective ?? (["", "all"].includes(chosen("perspective")) ? null : chosen("perspective"));
const setting = () => data.setting ?? (["", "open"].includes(chosen("setting")) ? null : chosen("setting"));
/** Whether somebody speaks for the organisation, not for themselves. */
const isOfficial = () => isGroup() || (data.perspective === null && chosen("perspective") === "all");

/** The questions that are asked with what is known now. */
function asked() {
  const [who, where] = [perspective(), setting()];
  return data.questions.filter(
    (question) =>
      (who === null || !question.perspectives || question.perspectives.includes(who)) &&
      (where === null || where === "both" || !question.settings || question.settings.includes(where)),
  );
}

/** What is filled in for a question. */
function answer(id) {
  const lines = field(`q-${id}-evidence`).split("\n").map((line) => line.trim());
  const found = {
    choice: chosen(`q-${id}`),
    note: field(`q-${id}-note`),
    evidence: lines.filter((line) => line !== ""),
    reason: chosen(`q-${id}`) === "na" ? field(`q-${id}-reason`) : "",
  };
  for (const key of Object.keys(found)) if (found[key].length === 0) delete found[key];
  return found;
}

/** Today where this device is. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The date of the sheet: of one person the month only, since the day could tell who it was. */
function date() {
  return isOfficial() ? field("date") || today() : (carried.date || today()).slice(0, 7);
}

/** Without a code of their own, people get one by chance: it must not follow the order in which they answer. */
function code() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  if (field("code") === "") {
    const numbers = crypto.getRandomValues(new Uint8Array(6));
    by("code").value = "r-" + [...numbers].map((number) => letters[number % letters.length]).join("");
  }
  return field("code");
}

/** Everything that is filled in, as an answer sheet; `last`: it is given out, and so needs a code. */
function sheet(last) {
  const some = (text) => text || undefined;
  const organisation = {
    name: data.organisation ?? field("organisation"),
    sector: some(isOfficial() ? field("sector") : ""),
    country: carried.organisation.country,
    size: some(isOfficial() ? field("size") : ""),
    setting: some(setting() ?? ""),
    scope: carried.organisation.scope,
    period: carried.organisation.period,
  };
  const answers = {};
  for (const { id } of asked()) {
    const found = answer(id);
    const keys = Object.keys(found);
    if (keys.length === 1 && found.choice) answers[id] = found.choice;
    else if (keys.length > 0) answers[id] = found;
  }
  const people = isGroup() && chosen("consent") === "yes" ? Number(field("people")) : NaN;
  return {
    format: FORMAT,
    rubric: data.rubric,
    organisation,
    date: date(),
    language: view.language.tag,
    perspective: some(perspective() ?? ""),
    respondent: chosen("who") === "one" && !isOfficial() ? some(last ? code() : field("code")) : undefined,
    people: people > 0 ? people : undefined,
    process: carried.process ?? undefined,
    answers,
  };
}

const written = (value) => JSON.stringify(value, null, 2) + "\n";

/** A name for the file: small letters, digits and hyphens. */
function fileName(sheet) {
  const letters = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const plain = (text) =>
    text.toLowerCase().replace(/[äöüß]/g, (letter) => letters[letter]).replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
  const parts = ["answers", sheet.organisation.name, sheet.perspective ?? "", sheet.respondent ?? ""];
  return parts.map(plain).filter((part) => part !== "").join("-") + ".json";
}

/** Reads a file's text. Returns the sheet, or `{ error, values }`. */
function read(text, file) {
  const wrong = (error, found) => ({ error, values: { file, found: found ?? "" } });
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return wrong("error_file_json");
  }
  const complete = isObject(found) && isObject(found.rubric) && isObject(found.organisation) && isObject(found.answers);
  if (!complete || found.format !== FORMAT) return wrong("error_file_other");
  const { id, version } = found.rubric;
  if (id !== data.rubric.id && !data.continues.includes(id)) return wrong("error_file_rubric", id);
  const numbers = (text) => String(text).split(".").map(Number);
  const [[major, minor], [ownMajor, ownMinor]] = [numbers(version), numbers(data.rubric.version)];
  const fits = major === ownMajor && minor <= ownMinor;
  if (id === data.rubric.id && !fits) return wrong("error_file_version", `${id} ${version}`);
  const voice = found.perspective ?? null;
  const known = data.perspective === null ? [null, ...data.perspectives] : [data.perspective];
  if (!known.includes(voice)) return wrong("error_file_perspective", voice === null ? say("ui.whole") : name(voice));
  const name_ = found.organisation.name;
  if (data.organisation !== null && name_ !== data.organisation) return wrong("error_file_organisation", name_);
  return { sheet: found };
}

/** A perspective's name, or its id where there is none. */
const name = (id) => say(`v.${id}`) || String(id);

/** An answer of a file in the form's own terms; `null` where it says nothing that can be used. */
function understood(id, value) {
  const long = typeof value === "object" && value !== null ? value : { choice: value };
  const points = data.scale.find((option) => option.points === long.choice);
  const choice = points ? points.id : long.choice;
  if (!data.questions.some((question) => question.id === id)) return null;
  const known = choice === undefined || [...form.querySelectorAll(`[name="q-${id}"]`)].some((one) => one.value === choice);
  if (!known) return null;
  const text = (value) => (typeof value === "string" ? value : "");
  const evidence = Array.isArray(long.evidence) ? long.evidence.map(text) : [];
  return { choice: text(choice), note: text(long.note), reason: text(long.reason), evidence: evidence.join("\n") };
}

/** Whether a file says something else than what is filled in. */
function contradicts(found) {
  return Object.entries(found.answers).some(([id, value]) => {
    const [theirs, ours] = [understood(id, value), answer(id)];
    if (theirs === null) return false;
    const pairs = [[theirs.choice, ours.choice], [theirs.note.trim(), ours.note], [theirs.evidence, ours.evidence?.join("\n")]];
    return pairs.some(([their, our]) => their !== "" && our !== undefined && their !== our);
  });
}

/** Fills the fields from a sheet; `over`: also those that say something already. Returns ids that are not known. */
function fill(found, over) {
  const set = (id, value) => {
    const input = by(id);
    if (input && typeof value === "string" && value !== "" && (over || input.value.trim() === "")) input.value = value;
  };
  const pick = (name, value) => (over || chosen(name) === "") && choose(name, value);
  const { organisation } = found;
  carried = { organisation, process: found.process ?? null, date: typeof found.date === "string" ? found.date : "" };
  set("organisation", organisation.name);
  set("sector", organisation.sector);
  set("size", organisation.size);
  // A sheet that says nothing of it was left open.
  pick("setting", organisation.setting ?? "open");
  if (carried.date.length === 10) set("date", carried.date);
  set("code", found.respondent);
  if (Number.isInteger(found.people)) {
    set("people", String(found.people));
    pick("consent", "yes");
  }
  if (found.perspective || !found.respondent) pick("perspective", found.perspective ?? "all");
  // One person may speak for the whole organisation; then the sheet does not say who answered.
  if (found.respondent) pick("who", "one");
  else if (found.people) pick("who", "group");
  const unknown = [];
  for (const [id, value] of Object.entries(found.answers)) {
    const theirs = understood(id, value);
    if (theirs === null) {
      unknown.push(id);
      continue;
    }
    if (theirs.choice !== "") pick(`q-${id}`, theirs.choice);
    set(`q-${id}-note`, theirs.note);
    set(`q-${id}-evidence`, theirs.evidence);
    set(`q-${id}-reason`, theirs.reason);
  }
  return unknown.filter((id) => id !== "comment");
}
