// Fills in the HTML form as people do: `node check.mjs BINARY`. In Chromium, by keyboard only: all questions, back, a
// change, errors, another language and easy language in the middle, the download, `report` on it, and going on with it.
// Every kind of page is held against axe (light, dark, 320 px), and nothing may be sent, loaded or said in the console.
// Then vnu and html-validate on the files. Ends with 1 if anything was found.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";
import { count, look } from "./pages.mjs";

const binary = process.argv[2] && resolve(process.argv[2]);
if (!binary) {
  console.error("usage: node check.mjs BINARY");
  process.exit(2);
}
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** html-validate's presets, and where this form is right all the same. */
const RULES = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The presets miss inputs without a label.
    "input-missing-label": "error",
    "doctype-style": "off",
    // A rubric's title is as long as it is.
    "long-title": "off",
    // The script has its hash in the policy; one file cannot load another.
    "require-csp-nonce": "off",
    // The button that sends is in the form; a hint may be in the label.
    "prefer-native-element": ["error", { exclude: ["region", "group"] }],
  },
};

const folder = mkdtempSync(join(tmpdir(), "coprod-form-"));
const findings = [];
const coprod = (...args) => execFileSync(binary, args, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
/** A form; the name of its file. */
const form = (name, ...args) => {
  coprod("form", "-q", "-o", name, ...args);
  return join(folder, name);
};

// Whatever a page sent would arrive here; the address is in the form's own words, so that it is tempting.
const arrived = [];
const server = createServer((request, response) => {
  arrived.push(request.url);
  response.end();
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const trap = `http://127.0.0.1:${server.address().port}/`;

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS, env: { ...process.env, HOME: folder } });

/** Opens a form in a window of its own and does something with it. */
async function visit(what, file, options, does) {
  const found = (text) => findings.push(`${basename(file)}: ${what}: ${text}`);
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (message) => found(`console: ${message.text()}`));
  page.on("pageerror", (error) => found(`error: ${error.message}`));
  page.on("dialog", (dialog) => dialog.dismiss());
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("blob:")) found(`loads ${request.url()}`);
  });
  page.setDefaultTimeout(5000);
  await page.goto(address);
  try {
    await does(page, found);
  } catch (error) {
    found(error.message.split("\n")[0] + (error.stack.match(/check\.mjs:\d+/g) ?? []).join(" "));
  }
  await context.close();
}

const key = (page, ...keys) => keys.reduce((before, name) => before.then(() => page.keyboard.press(name)), Promise.resolve());
const active = (page) => page.evaluate(() => ({ id: document.activeElement.id, tag: document.activeElement.tagName, text: document.activeElement.textContent.trim() }));
/** Goes on with Tab to the element that fits, as everybody does who has no mouse. */
async function tabTo(page, selector, back = false) {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}
const expect = (found, what, is, wanted) => {
  count.checks += 1;
  if (is !== wanted) found(`${what}: “${is}”, not “${wanted}”`);
};
const shown = (page) => page.evaluate(() => document.body.dataset.page);
const heading = (page) => page.evaluate(() => document.querySelector(".page:not([hidden]) h2").textContent);
async function download(page, selector) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** From the first page to the download without a mouse. */
async function byKeyboard(page, found) {
  await key(page, "Tab");
  expect(found, "the first Tab", (await active(page)).tag, "A");
  await key(page, "Enter");
  expect(found, "the skip link leads to", (await active(page)).tag, "MAIN");
  await tabTo(page, "#go-on");
  await key(page, "Enter");
  expect(found, "after starting", await shown(page), "who");
  expect(found, "the focus after starting", (await active(page)).tag, "H2");

  // Going on without an answer.
  await tabTo(page, "#go-on");
  await key(page, "Enter");
  expect(found, "the focus after an error", (await active(page)).id, "errors");
  expect(found, "the title after an error", (await page.title()).startsWith("Fehler: "), true);
  await tabTo(page, "#error-list a");
  await key(page, "Enter");
  expect(found, "the error's link leads to", (await active(page)).id, "who-one");
  await key(page, "Space");
  await tabTo(page, "[name=perspective]");
  // Nothing is chosen until somebody chooses.
  expect(found, "chosen before", await page.locator("[name=perspective]:checked").count(), 0);
  await key(page, "Space", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
  expect(found, "after who", await shown(page), "organisation");
  await tabTo(page, "#organisation");
  await page.keyboard.type("Beispiel <b>&amp; gGmbH");
  await tabTo(page, "[name=setting]");
  await key(page, "Space", "Enter");

  const questions = await page.evaluate(() => asked().map((question) => question.id));
  expect(found, "the first question", await shown(page), `q-${questions[0]}`);
  for (const [place, id] of questions.entries()) {
    expect(found, "the question", await shown(page), `q-${id}`);
    if (place === 1) {
      await tabTo(page, "#go-on");
      await key(page, "Enter");
      expect(found, "the error's title", (await page.title()).startsWith("Fehler: Frage 2 von "), true);
      // Another language and easy language in the middle: the page, the error and all answers stay.
      await tabTo(page, "#languages [lang=en]", true);
      await key(page, "Enter");
      expect(found, "the language", await page.evaluate(() => document.documentElement.lang), "en");
      expect(found, "the error's title in English", (await page.title()).startsWith("Error: Question 2 of "), true);
      expect(found, "the focus stays", (await active(page)).text, "English");
      const plain = await heading(page);
      await tabTo(page, "#easy");
      await key(page, "Enter");
      expect(found, "easy is another text", plain === (await heading(page)), false);
      expect(found, "the page stays", await shown(page), `q-${id}`);
      await key(page, "Enter");
      await tabTo(page, "#languages [lang=de]", true);
      await key(page, "Enter");
    }
    await tabTo(page, `[name=q-${id}]`);
    await key(page, "Space");
    for (let step = 0; step < place % 4; step += 1) await key(page, "ArrowDown");
    if (place === 2) {
      await tabTo(page, "details.more > summary");
      await key(page, "Enter");
      await tabTo(page, `#q-${id}-note`);
      await page.keyboard.type('Notiz mit "Zeichen" </script> und Ümläuten');
      await tabTo(page, `#q-${id}-evidence`);
      await page.keyboard.type("Protokoll\nListe");
      await tabTo(page, "#go-on");
    }
    await key(page, "Enter");
    if (place === 3) {
      // Back, a change, and on again.
      await tabTo(page, "#back", true);
      await key(page, "Enter");
      expect(found, "back leads to", await shown(page), `q-${id}`);
      await tabTo(page, `[name=q-${id}]`);
      await key(page, "ArrowUp", "Enter");
    }
  }
  expect(found, "after the last question", await shown(page), "overview");
  await look(page, found);

  // A change from the overview comes back to it.
  await tabTo(page, ".row a");
  await key(page, "Enter");
  expect(found, "the change leads to", await shown(page), `q-${questions[0]}`);
  await tabTo(page, `[name=q-${questions[0]}]`);
  await key(page, "ArrowDown", "Enter");
  expect(found, "the change comes back to", await shown(page), "overview");

  await tabTo(page, "#download");
  const [file] = await Promise.all([page.waitForEvent("download"), key(page, "Enter")]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  const sheet = JSON.parse(readFileSync(path, "utf8"));
  expect(found, "the sheet's questions", Object.keys(sheet.answers).join(), questions.join());
  expect(found, "the changed answer", sheet.answers[questions[0]], "partly");
  expect(found, "the note", sheet.answers[questions[2]].note, 'Notiz mit "Zeichen" </script> und Ümläuten');
  expect(found, "the evidence", sheet.answers[questions[2]].evidence.join("|"), "Protokoll|Liste");
  expect(found, "the month only", /^\d{4}-\d{2}$/.test(sheet.date), true);
  expect(found, "the pseudonym", /^r-[a-z0-9]{6}$/.test(sheet.respondent), true);
  expect(found, "the organisation", sheet.organisation.name, "Beispiel <b>&amp; gGmbH");
  const report = spawnSync(binary, ["report", path, "-f", "json"], { encoding: "utf8" });
  expect(found, "report ends with", report.status, 0);
  expect(found, "report warns of", report.stderr, "");
  expect(found, "report counts", JSON.parse(report.stdout).organisation.name, sheet.organisation.name);
  return path;
}

/** Going on with a file: the same sheet comes out again; what is no sheet says so and destroys nothing. */
async function again(page, found, path) {
  const wrong = async (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    await page.setInputFiles("#file", file);
    await page.waitForSelector("#errors:not([hidden])");
    expect(found, `${name}: the focus`, (await active(page)).id, "errors");
    const said = await page.textContent("#error-list");
    if (!said.includes(name)) found(`${name}: the error does not name the file: ${said}`);
  };
  const sheet = JSON.parse(readFileSync(path, "utf8"));
  await page.setInputFiles("#file", path);
  await page.waitForSelector("#notice:not([hidden])");
  expect(found, "a finished sheet goes on at", await shown(page), "overview");
  await page.click("#to-start");
  await wrong("broken.json", readFileSync(path, "utf8").slice(0, 200));
  await look(page, found);
  await wrong("foreign.json", JSON.stringify({ ...sheet, rubric: { id: "owasp", version: "1.0.0" } }));
  await wrong("newer.json", JSON.stringify({ ...sheet, rubric: { ...sheet.rubric, version: "1.9.0" } }));
  await wrong("list.json", "[1, 2]");
  await wrong("answers-empty.json", "");
  await wrong("voice.json", JSON.stringify({ ...sheet, perspective: "nobody" }));
  await page.click("#go-on");
  expect(found, "going on leads to", await shown(page), "overview");
  const out = await download(page, "#download");
  expect(found, "the sheet that came back", readFileSync(out, "utf8"), readFileSync(path, "utf8"));

  // What a change of perspective leaves out is named, and comes back with it.
  const out_of_place = await page.evaluate(() => {
    const before = data.perspective === null ? chosen("perspective") : null;
    const lacks = (id) => data.questions.some((q) => q.perspectives && !q.perspectives.includes(id) && isAnswered(q.id));
    const other = before === null ? undefined : data.perspectives.find(lacks);
    if (other) by(`perspective-${other}`).checked = true;
    show("overview");
    const said = by("overview").innerText;
    if (other) by(`perspective-${before || "none"}`).checked = true;
    show("overview");
    return other ? [said, by("overview").innerText] : null;
  });
  if (out_of_place) {
    const named = out_of_place.map((text) => /will not be in the file|nicht in die Datei/.test(text));
    expect(found, "answers that are left out are named", named.join(), "true,false");
  }

  // Another file with other answers: nothing is replaced unasked.
  const id = Object.keys(sheet.answers)[0];
  const organisation = { ...sheet.organisation, scope: 5 };
  const answers = { [id]: 3, "xx1": "no" };
  writeFileSync(join(folder, "other.json"), JSON.stringify({ ...sheet, organisation, people: "many", answers }));
  for (const [button, wanted] of [["#conflict-here", sheet.answers[id]], ["#conflict-file", "fully"]]) {
    await page.click("#to-start");
    await page.setInputFiles("#file", join(folder, "other.json"));
    await page.waitForSelector("#conflict:not([hidden])");
    await look(page, found);
    await page.click(button);
    expect(found, `${button} leaves`, await page.evaluate((id) => chosen(`q-${id}`), id), wanted);
    const said = await page.textContent("#notice");
    expect(found, "what is not known is named", said.includes("xx1"), true);
    expect(found, "what is not well formed is named", said.includes("people, scope") || said.includes("scope, people"), true);
  }
}

/** Every kind of page, with and without errors. */
async function everyPage(page, found) {
  await look(page, found);
  await page.click("#go-on");
  await page.click("#go-on");
  await look(page, found);
  await page.check("#who-group");
  await page.fill("#people", "x");
  await page.click("#go-on");
  await look(page, found);
  await page.fill("#people", "7");
  await page.check("#consent-yes");
  if ((await page.locator("#perspective-no-statement").count()) > 0) await page.check("#perspective-no-statement");
  await page.click("#go-on");
  await page.fill("#date", "");
  await page.click("#go-on");
  await look(page, found);
  await page.fill("#date", "2026-03-14");
  if ((await page.locator("#organisation").count()) > 0) await page.fill("#organisation", "Donaudampfschifffahrtsgesellschaftskapitänswitwenverein");
  if ((await page.locator("#setting-open").count()) > 0) await page.check("#setting-open");
  await page.click("#go-on");
  await page.click(".page:not([hidden]) details.help summary");
  await page.click(".page:not([hidden]) details.more summary");
  await look(page, found);
  await page.click("#go-on");
  await look(page, found);
  const na = page.locator(".question:not([hidden]) input[value=na]");
  for (let step = 0; step < 60 && (await na.count()) === 0 && (await shown(page)) !== "overview"; step += 1) await page.click("#skip-question");
  if ((await na.count()) > 0) {
    await na.check();
    await page.fill(".question:not([hidden]) textarea[id$=-reason]", "Weil es so ist");
    await look(page, found);
    await page.click("#clear");
    expect(found, "cleared", await na.isChecked(), false);
    await page.click("#skip-question");
  }
  if ((await shown(page)) !== "overview") await page.click("#to-overview");
  const open = JSON.parse(readFileSync(await download(page, "#download"), "utf8"));
  expect(found, "a group with consent says its number", open.people, 7);
  expect(found, "a group with consent has no pseudonym", open.respondent, undefined);
  expect(found, "a group with consent keeps the day", open.date, "2026-03-14");
  await page.evaluate(() => show("who"));
  await page.check("#consent-no");
  await page.fill("#people", "");
  expect(found, "a group without consent need not say its number", await page.evaluate(() => faults("who").length), 0);
  await page.click("#to-overview");
  expect(found, "an old text to copy is shown", await page.isVisible("#copy"), false);
  const path = await download(page, "#download");
  await page.click("#copy summary");
  await look(page, found);
  const sheet = JSON.parse(readFileSync(path, "utf8"));
  expect(found, "a group without consent says no number", sheet.people, undefined);
  expect(found, "a group without consent has a pseudonym", /^g-[a-z0-9]{6}$/.test(sheet.respondent), true);
  expect(found, "a group without consent keeps the month", sheet.date, new Date().toISOString().slice(0, 7));
  expect(found, "the text to copy", await page.inputValue("#copy-text"), readFileSync(path, "utf8"));
  for (const button of await page.locator("#languages button").all()) {
    await button.click();
    await look(page, found);
  }
  await page.click("#easy");
  await look(page, found);

  // Deleting everything asks first; a double click is no answer, and leaving the page takes the question back.
  await page.dblclick("#clear-all");
  expect(found, "the focus after asking", (await active(page)).id, "clear-no");
  expect(found, "a double click leaves", await page.evaluate(() => chosen("who")), "group");
  await look(page, found);
  await page.click("#back");
  await page.click("#to-overview");
  expect(found, "the question after coming back", await page.isVisible("#clear-sure"), false);
  await page.click("#clear-all");
  await page.click("#clear-yes");
  expect(found, "deleted", await page.evaluate(() => chosen("who")), "");
}

/** The browser keeps nothing unless it is asked to, and forgets when it is told to. */
async function keeping(page, found) {
  const kept = () => page.evaluate(() => localStorage.length);
  await page.click("#go-on");
  await page.check("#who-one");
  expect(found, "kept unasked", await kept(), 0);
  await page.click("#to-start");
  await page.check("#keep");
  await page.click("#go-on");
  await page.check("#perspective-staff");
  expect(found, "kept when asked", await kept(), 1);
  await page.reload();
  expect(found, "who after a reload", await page.evaluate(() => chosen("who") + chosen("perspective") + chosen("setting")), "onestaff");
  await look(page, found);
  await page.click("#keep-delete");
  expect(found, "kept after deleting", await kept(), 0);
  expect(found, "the fields after deleting", await page.evaluate(() => chosen("who")), "one");
  // The browser's own "back" leads to the page before.
  await page.click("#go-on");
  await page.goBack();
  expect(found, "the browser's back", await shown(page), "start");
}

/** Without JavaScript everything is there, to be printed and filled in by hand. */
async function byHand(page, found) {
  const questions = await page.locator(".question").count();
  expect(found, "questions without JavaScript", await page.locator(".question:visible").count(), questions);
  expect(found, "buttons without JavaScript", await page.locator("button:visible").count(), 0);
  const pdf = join(folder, "by-hand.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  for (const legend of await page.locator(".question h2 [data-t]").allTextContents()) {
    if (!text.includes(legend.replace(/\s+/g, " "))) found(`not printed: ${legend}`);
  }
}

function vnu(files) {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const run = spawnSync("java", ["-jar", jar, "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  for (const message of JSON.parse(run.stderr).messages) {
    // vnu cannot match the digests with the policy, and says so falsely.
    if (/Content Security Policy/.test(message.message)) continue;
    // A property that browsers know and this version of vnu does not.
    if (/“field-sizing”/.test(message.message)) continue;
    findings.push(`${basename(fileURLToPath(message.url))}: vnu, line ${message.lastLine}: ${message.message}`);
  }
}

async function htmlValidate(files) {
  const validator = new HtmlValidate(new FileSystemConfigLoader(RULES));
  for (const file of files) {
    const report = await validator.validateString(readFileSync(file, "utf8"), file);
    for (const message of report.results.flatMap((result) => result.messages)) {
      findings.push(`${basename(file)}: html-validate, line ${message.line}: ${message.ruleId}: ${message.message}`);
    }
  }
}

const full = form("full.html", "-l", "de");
const quick = form("quick.html", "-l", "en", "-r", "co-production-quick", "-p", "hr", "--organisation", "Example Ltd",
  "--contact", `<script src="${trap}"></script> hr@example.org`, "--audience", `<img src="${trap}" onerror="x()">`, "--delete-after", "2027");
const easy = form("easy.html", "-l", "de", "--easy", "-r", "co-production-quick");
const files = [full, quick, easy];
try {
  let path;
  await visit("by keyboard", full, {}, async (page, found) => (path = await byKeyboard(page, found)));
  if (path) await visit("again", full, {}, (page, found) => again(page, found, path));
  for (const [file, width, colorScheme] of [[full, 1000, "light"], [full, 320, "dark"], [quick, 320, "light"], [easy, 1000, "dark"], [easy, 320, "light"]]) {
    await visit(`${width} px, ${colorScheme}`, file, { viewport: { width, height: 800 }, colorScheme }, everyPage);
  }
  for (const file of files) await visit("by hand", file, { javaScriptEnabled: false }, byHand);
  await visit("forced colours", easy, { forcedColors: "active" }, everyPage);
  await visit("keeping", full, {}, keeping);
  await new Promise((done) => setTimeout(done, 200));
  for (const url of arrived) findings.push(`something was sent: ${url}`);
} finally {
  await browser.close();
  server.close();
}
vnu(files);
await htmlValidate(files);
rmSync(folder, { recursive: true, force: true });
for (const finding of findings) console.log(finding);
console.log(`${files.length} forms, ${count.checks} checks passed, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
