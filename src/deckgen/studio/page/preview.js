// The preview: what is shown, which slide is in view, keys, and the news from the server.

import { counts, list, notice } from "./findings.js";
import { Rail, dress, keep, made, put } from "./slides.js";

const at = (id) => document.getElementById(id);
const rail = new Rail(at("list"), (id) => go(id));

let show = { version: -1, slides: [], findings: [], lines: [], broken: false };
let current = ""; // id of the slide in view
let good = null; // when the pictures were drawn
let follow = true;
let lost = false; // whether the connection was lost since the last hello
let typed = ""; // digits of a slide number

// What is shown

async function load() {
  const fresh = await (await fetch("/show.json")).json();
  if (!fresh.broken) good = new Date();
  await dress(fresh.style);
  show = fresh;
  render(new Set());
}

async function change(news) {
  if (news.show.version <= show.version) return;
  if (news.since !== show.version) return load();
  const slides = new Map(show.slides.map((slide) => [slide.id, slide]));
  for (const { svg, ...slide } of news.slides) {
    if (svg !== null) keep(slide.key, svg);
    slides.set(slide.id, slide);
  }
  const index = show.slides.findIndex((slide) => slide.id === current);
  const order = news.order ?? show.slides.map((slide) => slide.id);
  if (news.show.style !== show.style) await dress(news.show.style);
  show = { ...news.show, slides: order.map((id) => slides.get(id)) };
  if (!show.broken) good = new Date();
  if (follow) current = edited(news) ?? current;
  if (!order.includes(current)) current = order[Math.min(index, order.length - 1)] ?? "";
  await picture();
  render(new Set(news.slides.length < show.slides.length ? news.slides.map((one) => one.id) : []));
  say("live", `Saved ${clock(good)} · ${Math.max(1, Math.round(news.took))} ms`);
}

/** The slide in view before all else: whoever saved looks at nothing but that. */
async function picture() {
  const slide = show.slides.find((one) => one.id === current);
  if (!slide || document.hidden) return;
  await put(at("picture"), slide.key);
  veil();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}

/** The slide that the author is at work on, if this change tells. */
function edited(news) {
  if (show.broken) return show.findings.find((one) => one.severity === "error" && one.slide)?.slide;
  const changed = news.slides.map((slide) => slide.id);
  return changed.includes(current) ? current : changed[0];
}

function render(fresh) {
  document.title = `${[show.title, show.form].filter(Boolean).join(" · ")} – preview`;
  document.documentElement.style.setProperty("--ratio", `${show.width} / ${show.height}`);
  document.documentElement.style.setProperty("--shape", show.width / show.height);
  at("title").textContent = show.title;
  at("file").textContent = show.file === show.title ? "" : show.file;
  at("form").textContent = show.form;
  at("template").textContent = show.template;
  at("list").lang = show.lang;
  rail.show(show.slides, counts(show.findings), fresh);
  select(wanted());
}

function wanted() {
  const ids = new Set(show.slides.map((slide) => slide.id));
  const linked = decodeURIComponent(location.hash.slice(1));
  return [current, linked].find((id) => ids.has(id)) ?? show.slides[0]?.id ?? "";
}

function select(id) {
  current = id;
  const index = show.slides.findIndex((slide) => slide.id === id);
  const slide = show.slides[index];
  at("sheet").hidden = !slide;
  rail.select(id);
  veil();
  list(at("found"), show.findings, id, go);
  at("findings").hidden = !show.findings.length;
  at("findings-title").textContent = summary();
  if (!slide) return describe("", "", "", []);
  put(at("picture"), slide.key);
  at("picture").lang = show.lang;
  const line = show.lines[index];
  describe(`${index + 1} / ${show.slides.length}`, slide.name, line ? `${show.file}:${line}` : "", slide.notes);
  if (decodeURIComponent(location.hash.slice(1)) !== id) history.replaceState(null, "", `#${encodeURIComponent(id)}`);
}

function describe(number, name, place, notes) {
  at("number").textContent = number;
  at("name").textContent = name;
  at("place").textContent = place;
  at("notes").lang = show.lang;
  at("notes").replaceChildren();
  for (const paragraph of notes) made("p", at("notes"), "", paragraph);
  if (!notes.length) made("p", at("notes"), "none", "No notes on this slide.");
}

/** What is over the slide, or in its place, when the outline can't be shown as it was saved. */
function veil() {
  const errors = show.findings.filter((one) => one.severity === "error");
  const here = errors.filter((one) => !one.slide || one.slide === current);
  const stale = show.broken && here.length > 0;
  const title = good ? `Not shown as saved · picture of ${clock(good)}` : "Not shown yet";
  at("sheet").classList.toggle("stale", stale);
  at("veil").hidden = !stale;
  at("empty").hidden = show.slides.length > 0;
  document.body.classList.toggle("bare", !show.slides.length);
  if (stale) notice(at("veil"), title, here.slice(0, 3));
  if (!show.slides.length) notice(at("empty"), "There is nothing to show yet", show.findings);
  if (show.broken) say("broken", `${tally(errors.length, "error")}${good ? ` · pictures of ${clock(good)}` : ""}`);
}

function summary() {
  const errors = show.findings.filter((one) => one.severity === "error").length;
  const others = show.findings.length - errors;
  const parts = [errors && tally(errors, "error"), others && tally(others, "warning")];
  return parts.filter(Boolean).join(", ");
}

const tally = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const clock = (time) => time.toTimeString().slice(0, 8);

function say(state, words) {
  if (state === "live" && show.broken) return;
  at("status").dataset.state = state;
  at("said").textContent = words;
}

// Going about

function go(id) {
  if (show.slides.some((slide) => slide.id === id)) {
    if (id !== current) history.pushState(null, "", `#${encodeURIComponent(id)}`);
    select(id);
  }
}

function step(by) {
  const index = show.slides.findIndex((slide) => slide.id === current) + by;
  const slide = show.slides[Math.min(Math.max(index, 0), show.slides.length - 1)];
  if (slide) select(slide.id);
}

function nextFinding() {
  const marked = new Set(show.findings.map((one) => one.slide));
  const index = show.slides.findIndex((slide) => slide.id === current);
  const round = [...show.slides.slice(index + 1), ...show.slides.slice(0, index + 1)];
  const slide = round.find((one) => marked.has(one.id));
  if (slide) go(slide.id);
}

function toggleFollow() {
  follow = !follow;
  at("follow").setAttribute("aria-pressed", String(follow));
}

const alone = (on) => document.body.classList.toggle("alone", on);

const KEYS = {
  ArrowRight: () => step(1),
  ArrowDown: () => step(1),
  PageDown: () => step(1),
  " ": () => step(1),
  ArrowLeft: () => step(-1),
  ArrowUp: () => step(-1),
  PageUp: () => step(-1),
  Home: () => step(-Infinity),
  End: () => step(Infinity),
  Enter: () => jump(),
  e: nextFinding,
  l: toggleFollow,
  f: () => alone(),
  "?": () => at("keys").showModal(),
  Escape: () => alone(false),
};

function jump() {
  const slide = show.slides[Number(typed) - 1];
  if (slide) go(slide.id);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || at("keys").open) return;
  if (event.key >= "0" && event.key <= "9") {
    typed = (typed + event.key).slice(-5);
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pressed = (key === " " || key === "Enter") && event.target.closest("button");
  if (KEYS[key] && !(pressed && !typed)) {
    event.preventDefault();
    KEYS[key]();
  }
  typed = "";
});

// Links on a slide lead to slides, or out; the way back is the browser's own.
at("picture").addEventListener("click", (event) => {
  const link = event.composedPath().find((one) => one.localName === "a");
  if (!link) return;
  const where = link.getAttribute("href") ?? "";
  if (link.dataset.act === "back") history.back();
  else if (where.startsWith("#")) go(decodeURIComponent(where.slice(1)));
  else return;
  event.preventDefault();
});

addEventListener("popstate", () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (show.slides.some((slide) => slide.id === id)) select(id);
});

at("follow").addEventListener("click", toggleFollow);
at("help").addEventListener("click", () => at("keys").showModal());

// News

const events = new EventSource("/events");
let queue = Promise.resolve(); // one after another, also where one has to wait for a style sheet

events.addEventListener("hello", (event) => {
  const known = !lost && Number(event.data) === show.version; // after a restart, versions begin again
  lost = false;
  queue = queue.then(() => (known ? null : load())).then(() => say("live", "Live"));
});
events.addEventListener("change", (event) => {
  queue = queue.then(() => change(JSON.parse(event.data)));
});
events.addEventListener("error", () => {
  lost = true;
  say("lost", "Connection lost – is deckgen preview still running?");
});
