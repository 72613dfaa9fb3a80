// The answer sheet: from the fields into a file, and from a file into the fields.

const FORMAT = "coprod/answers/1";
// How the pseudonyms of groups begin.
const GROUP = "g-";
const MOST_BYTES = 32 * 1024 * 1024;

// What a loaded file says and no field holds: it comes out again as it went in. `pieces` are the pieces of evidence of a
// field as the file has them; `group` is the pseudonym of a group, which has no field, since a code is one person's.
const NOTHING = { organisation: {}, process: null, date: "", group: "", pieces: {} };
let carried = NOTHING;

const form = by("form");
const field = (id) => by(id)?.value.trim() ?? "";
/** The value of radio buttons with this name, or of another field with this id. */
const chosen = (name) => form.elements[name]?.value ?? "";

const isGroup = () => chosen("who") === "group";
/** The perspective; `null` is the organisation as a whole. */
const perspective = () => data.perspective ?? (["", "all"].includes(chosen("perspective")) ? null : chosen("perspective"));
const setting = () => data.setting ?? (["", "open"].includes(chosen("setting")) ? null : chosen("setting"));
/** Whether the answer may be shown by itself: a group's that allows it, or one for the organisation as a whole. */
const isOfficial = () =>
  isGroup() ? chosen("consent") !== "no" : data.perspective === null && chosen("perspective") === "all";

/** The questions that are asked with what is known now. */
function asked() {
  const [who, where] = [perspective(), setting()];
  return data.questions.filter(
    (question) =>
      (who === null || !question.perspectives || question.perspectives.includes(who)) &&
      (where === null || where === "both" || !question.settings || question.settings.includes(where)),
  );
}

/** Pieces of evidence as they stand in their field. */
const inField = (pieces) => pieces.join("\n").replace(/\r\n?/g, "\n").trim();

/** What is filled in for a question. */
function answer(id) {
  const text = field(`q-${id}-evidence`);
  const pieces = carried.pieces[`q-${id}-evidence`] ?? [];
  // Pieces may be longer than a line; they stay as they are while nobody writes in the field.
  const lines = inField(pieces) === text ? pieces : text.split("\n").map((line) => line.trim());
  const found = {
    choice: chosen(`q-${id}`),
    note: field(`q-${id}-note`),
    evidence: lines.filter((line) => line.trim() !== ""),
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

/** Whether a file has a month only, which the field cannot hold; then the field is empty. */
const hasMonth = () => field("date") === "" && carried.date.length === 7;

/** The date of the sheet: of one person the month only, since the day could tell who it was. */
function date() {
  if (isOfficial()) return field("date") || (hasMonth() ? carried.date : today());
  return (carried.date || today()).slice(0, 7);
}

/** A pseudonym made by chance: it must not follow the order in which people answer. */
function byChance(start) {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const numbers = crypto.getRandomValues(new Uint8Array(6));
  return start + [...numbers].map((number) => letters[number % letters.length]).join("");
}

/** The pseudonym of one person, or of a group whose answer may not be shown, which counts like one person's. */
function respondent(last) {
  if (isOfficial() || chosen("who") === "") return "";
  if (isGroup()) {
    if (last && carried.group === "") carried = { ...carried, group: byChance(GROUP) };
    return carried.group;
  }
  if (last && field("code") === "") by("code").value = byChance("r-");
  // A person's own code must not look like a group's.
  return field("code").startsWith(GROUP) ? field("code").replace("g", "G") : field("code");
}

/** Everything that is filled in, as an answer sheet; `last`: it is given out, and so needs a code. */
function sheet(last) {
  const some = (text) => text || undefined;
  const organisation = {
    name: data.organisation ?? field("organisation"),
    sector: isOfficial() ? some(field("sector")) : carried.organisation.sector,
    country: carried.organisation.country,
    size: isOfficial() ? some(field("size")) : carried.organisation.size,
    setting: some(setting() ?? (data.hasSettings ? "" : carried.organisation.setting)),
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
    respondent: some(respondent(last)),
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

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a file's text. Returns the sheet, or `{ error, values }`. */
function read(text, file) {
  const wrong = (error, found) => ({ error, values: { file, found: found ?? "" } });
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
  if (typeof version !== "string") return wrong("error_file_other");
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

/**
 * A sheet in the form's own terms: `fields` by the name of radio buttons or the id of others, what no field holds, and the
 * ids of questions of which something cannot be used, by the words that say why.
 */
function understood(found) {
  const unused = { ignored: [], ignored_answer: [], ignored_text: [], ignored_fact: [] };
  const [fields, pieces] = [{}, {}];
  const isText = (text) => typeof text === "string";
  /** A fact that is well formed; what says nothing is left out, and what cannot be used is named. */
  const fact = (key, value, fits = isText) => {
    if (value === undefined || value === null || fits(value)) return value ?? undefined;
    unused.ignored_fact.push(key);
    return undefined;
  };
  const facts = (of, keys) =>
    Object.fromEntries(keys.map((key) => [key, fact(key, of[key])]).filter(([, value]) => value !== undefined));
  const organisation = facts(found.organisation, ["name", "sector", "country", "size", "setting", "scope", "period"]);
  const talk = fact("process", found.process, isObject);
  const process = talk ? facts(talk, ["chose_questions", "answered", "interpreted", "decides"]) : null;
  const people = fact("people", found.people, (people) => Number.isInteger(people) && people > 0);
  const respondent = fact("respondent", found.respondent);
  const isDate = (text) => isText(text) && /^\d{4}-\d{2}(-\d{2})?$/.test(text) && !Number.isNaN(Date.parse(text));
  const date = fact("date", found.date, isDate) ?? "";
  /** Returns whether a field can hold the value. */
  const put = (key, value) => {
    const options = [...form.querySelectorAll(`[type="radio"][name="${key}"]`)];
    const fits = options.length > 0 ? options.some((option) => option.value === value) : by(key) !== null;
    if (fits && isText(value) && value.trim() !== "") fields[key] = value;
    return fits;
  };
  put("organisation", organisation.name);
  put("sector", organisation.sector);
  put("size", organisation.size);
  // A sheet that says nothing of it was left open.
  if (!put("setting", organisation.setting ?? "open") && data.hasSettings) unused.ignored_fact.push("setting");
  const group = respondent?.startsWith(GROUP) ? respondent : "";
  if (date.length === 10) put("date", date);
  // A joint sheet may say the month only.
  else if (date.length === 7 && !respondent) fields.date = "";
  // One person may speak for the whole organisation; then the sheet does not say who answered.
  if (group !== "") {
    put("who", "group");
    put("consent", "no");
  } else if (respondent) {
    put("who", "one");
    put("code", respondent);
  } else if (people) {
    put("who", "group");
    put("consent", "yes");
    put("people", String(people));
  }
  if (found.perspective || group !== "" || !respondent) put("perspective", found.perspective ?? "all");
  for (const [id, value] of Object.entries(found.answers)) {
    if (!data.questions.some((question) => question.id === id)) {
      if (id !== "comment") unused.ignored.push(id);
      continue;
    }
    const long = isObject(value) ? value : { choice: value };
    const points = data.scale.find((option) => option.points === long.choice);
    if (long.choice !== undefined && !put(`q-${id}`, points ? points.id : long.choice)) unused.ignored_answer.push(id);
    const { note = "", reason = "", evidence = [] } = long;
    const here = Array.isArray(evidence) ? evidence.filter(isText) : [];
    if (![note, reason].every(isText) || here.length !== evidence?.length) unused.ignored_text.push(id);
    put(`q-${id}-note`, note);
    put(`q-${id}-reason`, reason);
    put(`q-${id}-evidence`, inField(here));
    pieces[`q-${id}-evidence`] = here;
  }
  return { fields, carried: { organisation, process, date, group, pieces }, unused };
}

/** Whether somebody has filled in a field; today's date stands there by itself. */
const isFilled = (key) => chosen(key).trim() !== "" && !(key === "date" && chosen(key).trim() === today());

/** Whether a file would put something else in place of what is filled in. */
function contradicts({ fields, carried: theirs }) {
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const other = (key) => isFilled(key) && plain(chosen(key)) !== plain(fields[key]);
  return Object.keys(fields).some(other) || (carried.group !== "" && ![carried.group, ""].includes(theirs.group));
}

/** Fills the fields from a sheet; `over`: also those that say something already. */
function fill({ fields, carried: theirs }, over) {
  const [first, second] = over ? [theirs, carried] : [carried, theirs];
  const pieces = { ...carried.pieces };
  for (const [key, value] of Object.entries(fields)) {
    if (!over && isFilled(key)) continue;
    form.elements[key].value = value;
    if (key in theirs.pieces) pieces[key] = theirs.pieces[key];
  }
  carried = {
    organisation: { ...second.organisation, ...first.organisation },
    process: first.process ?? second.process,
    date: first.date || second.date,
    group: first.group || second.group,
    pieces,
  };
}
