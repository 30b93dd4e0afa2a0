// What is wrong: cards with place, line and what to type, those of the slide in view first. Text is
// text: everything goes in through textContent.

import { made } from "./slides.js";

const WEIGHT = { error: 3, warning: 2, note: 1 };

/** For each slide how many findings it has, and how bad the worst is. */
export function counts(findings) {
  const found = new Map();
  for (const one of findings) {
    if (!one.slide) continue;
    const count = found.get(one.slide) ?? { number: 0, severity: "note" };
    count.number += 1;
    if (WEIGHT[one.severity] > WEIGHT[count.severity]) count.severity = one.severity;
    found.set(one.slide, count);
  }
  return found;
}

/** The findings of the slide `id`, then all others; `chosen` is told the id of a clicked one's. */
export function list(holder, findings, id, chosen) {
  holder.replaceChildren();
  const here = findings.filter((one) => one.slide === id);
  const elsewhere = findings.filter((one) => one.slide !== id);
  for (const one of here) card(holder, one);
  if (here.length && elsewhere.length) made("h3", holder, "", "Elsewhere");
  for (const one of elsewhere) card(holder, one, one.slide ? chosen : null);
}

/** One finding; a button where a click leads to its slide. */
export function card(holder, finding, chosen) {
  const box = made(chosen ? "button" : "div", holder, `finding ${finding.severity}`);
  if (chosen) box.addEventListener("click", () => chosen(finding.slide));
  const head = made("span", box, "head");
  made("b", head, "", finding.severity);
  if (finding.place) made("span", head, "", finding.place);
  made("span", head, "", finding.code);
  worded(made("span", box, "message"), finding.message);
  if (finding.quote) quoted(made("code", box, "line"), finding.quote);
  for (const hint of finding.hints) worded(made("span", box, "hint"), hint);
}

/** Text in which `this` is what one types. */
function worded(holder, text) {
  for (const [index, part] of text.split("`").entries()) {
    if (index % 2) made("code", holder, "", part);
    else holder.append(part);
  }
}

function quoted(holder, quote) {
  // Places count characters; JavaScript counts halves of those beyond U+FFFF.
  const text = [...quote.text];
  holder.append(text.slice(0, quote.start).join(""));
  made("mark", holder, "", text.slice(quote.start, quote.end).join(""));
  holder.append(text.slice(quote.end).join(""));
}

/** A card over the slide, or in its place: why it is not shown as it was saved. */
export function notice(holder, title, findings) {
  holder.replaceChildren();
  const box = made("div", holder);
  made("h2", box, "", title);
  for (const one of findings) card(box, one);
}
