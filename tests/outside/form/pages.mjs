// What holds of every page of the form in every state: axe, width, sizes of targets, one visible heading of the page.
import { AxeBuilder } from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LEAST_TARGET = 24;

export const count = { checks: 0 };

/** Looks at the page as it is now; `found` takes what is wrong. */
export async function look(page, found) {
  const seen = await page.evaluate((least) => {
    const out = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) out.push(`the page is ${root.scrollWidth} px wide, the window ${root.clientWidth} px`);
    for (const element of document.body.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const name = `<${element.tagName.toLowerCase()}${element.id ? ` id=${element.id}` : ""}>`;
      if (box.left >= 0 && box.right > root.clientWidth + 1) out.push(`${name} reaches ${Math.round(box.right)} px`);
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden" && !element.matches(".unseen"))
        out.push(`${name} hides what is in it`);
      if (element.matches("a[href], button, input, textarea, summary") && box.left >= 0 && (box.height < least || box.width < least))
        out.push(`${name} is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
    }
    const pages = [...document.querySelectorAll(".page")].filter((part) => !part.hidden);
    if (pages.length !== 1) out.push(`${pages.length} pages are shown`);
    const heading = pages[0]?.querySelector("h2 [data-t]") ?? pages[0]?.querySelector("h2");
    if (!document.title.includes(heading?.textContent.replace(/\n/g, " "))) out.push(`the title is “${document.title}”`);
    return out;
  }, LEAST_TARGET);
  for (const what of new Set(seen)) found(what);
  const results = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  for (const violation of results.violations) {
    for (const node of violation.nodes) found(`axe ${violation.id}: ${node.target} ${node.failureSummary}`);
  }
  count.checks += results.passes.length;
}
