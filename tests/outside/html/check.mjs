// Checks HTML reports: `node check.mjs FILE…`. In Chromium: axe (WCAG 2.2 AA) and contrast in light and dark, at 320 and
// 1280 px; no sideways scrolling of the page, no small targets, no messages in the console, nothing loaded. Then vnu and
// html-validate on the files. Ends with 1 if anything was found.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const files = process.argv.slice(2).map((file) => resolve(file));
if (files.length === 0) {
  console.error("usage: node check.mjs FILE…");
  process.exit(2);
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LEAST_TARGET = 24;

/** html-validate's presets, and where this project knows better. */
const RULES = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The presets miss inputs without a label.
    "input-missing-label": "error",
    // `<!DOCTYPE html>` and `<!doctype html>` are the same.
    "doctype-style": "off",
    // A title names the organisation, however long its name is; the limit is for search engines.
    "long-title": "off",
    // A region that scrolls is no section: vnu wants a heading in every section.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};

const findings = [];
const found = (file, where, what) => findings.push(`${basename(file)}: ${where}: ${what}`);
let checks = 0;

/** What a page does in the browser at one width and in one colour scheme. */
async function inBrowser(browser, file, width, colorScheme, forcedColors) {
  const where = `${width} px, ${forcedColors === "active" ? "forced colours" : colorScheme}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, forcedColors });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (message) => found(file, where, `console: ${message.text()}`));
  page.on("pageerror", (error) => found(file, where, `error: ${error.message}`));
  page.on("dialog", async (dialog) => {
    found(file, where, `dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) found(file, where, `loads ${request.url()}`);
  });
  await page.goto(address);

  const seen = await page.evaluate((least) => {
    const out = { overflow: [], small: [], still: [] };
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      out.overflow.push(`the page is ${root.scrollWidth} px wide, the window ${root.clientWidth} px`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      const scrolls = element.closest("[tabindex='0']");
      if (box.width > 0 && box.left >= 0 && box.right > root.clientWidth + 1 && !scrolls) {
        out.overflow.push(`<${element.tagName.toLowerCase()}> reaches ${Math.round(box.right)} px`);
      }
      const style = getComputedStyle(element);
      if (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(style.overflowX) && element.tabIndex < 0) {
        out.still.push(`<${element.tagName.toLowerCase()}> scrolls, but takes no focus`);
      }
      if (element.matches("a[href], button, input, select, textarea, summary")) {
        // A link inside a sentence is as high as its line: WCAG 2.5.8 excepts it.
        const inline = element.tagName === "A" && element.parentElement.matches("p, td, figcaption");
        if (!inline && box.width > 0 && (box.height < least || box.width < least)) {
          out.small.push(`<${element.tagName.toLowerCase()}> is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
        }
      }
    }
    return out;
  }, LEAST_TARGET);
  for (const list of Object.values(seen)) for (const what of new Set(list)) found(file, where, what);

  const results = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  for (const violation of results.violations) {
    for (const node of violation.nodes) found(file, where, `axe ${violation.id}: ${node.target} ${node.failureSummary}`);
  }
  checks += results.passes.length;

  // The first Tab shows the link that skips the contents; Enter goes to the report.
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { target: document.activeElement.getAttribute("href"), visible: box.left >= 0 && box.height >= 24 };
  });
  if (!skip.target?.startsWith("#") || !skip.visible) found(file, where, "the first Tab shows no skip link");
  await page.keyboard.press("Enter");
  const arrived = await page.evaluate(() => document.activeElement?.tagName);
  if (arrived !== "MAIN") found(file, where, `the skip link leads to ${arrived}`);
  await context.close();
}

function vnu() {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const run = spawnSync("java", ["-jar", jar, "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  for (const message of JSON.parse(run.stderr).messages) {
    // vnu cannot match the digest of a style sheet with the policy, and says so falsely.
    if (/Content Security Policy/.test(message.message)) continue;
    found(fileURLToPath(message.url), `vnu, line ${message.lastLine}`, message.message);
  }
}

async function htmlValidate() {
  const validator = new HtmlValidate(new FileSystemConfigLoader(RULES));
  for (const file of files) {
    const report = await validator.validateString(readFileSync(file, "utf8"), file);
    for (const result of report.results) {
      for (const message of result.messages) {
        found(file, `html-validate, line ${message.line}`, `${message.ruleId}: ${message.message}`);
      }
    }
  }
}

const profile = mkdtempSync(join(tmpdir(), "coprod-html-"));
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const version = execFileSync(executablePath, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS, env: { ...process.env, HOME: profile } });
try {
  for (const file of files) {
    for (const width of [320, 1280]) {
      for (const scheme of ["light", "dark"]) await inBrowser(browser, file, width, scheme, "none");
    }
    await inBrowser(browser, file, 1280, "light", "active");
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
vnu();
await htmlValidate();

for (const finding of findings) console.log(finding);
console.log(`${version.trim().split(" built")[0]}: ${files.length} files, ${checks} axe rules passed, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
