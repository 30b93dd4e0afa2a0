// The talk itself: which slide is shown, how far it has been revealed, and how it got there.
// `place` is { page, step }: an index into `pages` and the number of clicks made on it.

const deck = JSON.parse(document.querySelector("script[data-deck]").textContent);
const pages = deck.pages;
const words = deck.words;
const root = document.documentElement;
const main = document.querySelector("main");
const slides = [...main.querySelectorAll(".slide")];
const live = document.querySelector(".said");
const numbers = new Map(pages.map((page, number) => [page.id, number]));
// A form of the talk: `?show=name` in the address, else the one that it begins with.
const asked = new URLSearchParams(location.search).get("show");
const forms = deck.shows ?? [];
const form = forms.find(({ name }) => name === asked) ?? forms.find(({ start }) => start);
if (form) {
  const inForm = new Set(form.pages);
  pages.forEach((page, number) => {
    page.hidden ||= !inForm.has(page.id);
    slides[number].toggleAttribute("data-hidden", page.hidden);
  });
}
// A page may be called `speaker`; then the speaker's window goes by another name.
const SPEAKER = numbers.has("speaker") ? "#/speaker" : "#speaker";
const isSpeaker = location.hash === SPEAKER;

const place = { page: -1, step: 0 };
const visited = []; // pages in the order in which they were left, for "back"
const listeners = []; // called with the place after every change

const last = (page) => pages[page].steps.length;
const shownPages = pages.map((page, number) => number).filter((number) => !pages[number].hidden);

function clamp(page, step) {
  return { page, step: Math.max(0, Math.min(step, last(page))) };
}

/** The place one click further, or null at the end. */
function following({ page, step }) {
  if (step < last(page)) return { page, step: step + 1 };
  const next = shownPages.find((number) => number > page);
  return next === undefined ? null : { page: next, step: 0 };
}

/** The place one click back, or null at the start; what was revealed stays so. */
function preceding({ page, step }) {
  if (step > 0) return { page, step: step - 1 };
  const before = shownPages.findLast((number) => number < page);
  return before === undefined ? null : clamp(before, Infinity);
}

/** Show a place. `record`: "push" for a jump, "replace" for a step, "" when the address led here. */
function show(page, step, { record = "replace", tell = true, still = false } = {}) {
  const from = { ...place };
  const to = clamp(page, step);
  if (from.page === to.page && from.step === to.step) return;
  Object.assign(place, to);
  reveal(root, to, from.page === to.page && !still);
  if (from.page !== to.page) change(from.page, to.page, still);
  if (record) remember(record);
  for (const listener of listeners) listener(place, { from, tell });
}

function change(from, to, still) {
  const [old, fresh] = [slides[from], slides[to]];
  if (from >= 0 && visited.at(-1) !== to) visited.push(from);
  settle();
  old?.classList.remove("now");
  fresh.classList.add("now");
  if (old && !still) move(old, fresh, to > from);
  live.textContent = fresh.getAttribute("aria-label");
  document.title = titled(to);
}

const titled = (page) => `${pages[page].name} – ${deck.title}`;

/** Hide what later clicks reveal on a page; `soft` lets what comes now fade in. */
function reveal(within, { page, step }, soft = false) {
  pages[page].steps.forEach((ids, number) => {
    for (const id of ids) {
      const element = within.querySelector(`#${CSS.escape(id)}`);
      if (!element) continue;
      const hidden = number >= step;
      if (soft && !hidden && element.classList.contains("later") && !calm()) {
        element.animate({ opacity: [0, 1] }, { duration: 300 });
      }
      element.classList.toggle("later", hidden);
    }
  });
}

// Transitions, as PowerPoint's of the same name: what the new slide does, what the old one does.
const MOTIONS = {
  fade: [{ opacity: [0, 1] }],
  dissolve: [{ opacity: [0, 1] }],
  morph: [{ opacity: [0, 1] }],
  cover: [{ translate: ["100%", "0"] }],
  wipe: [{ clipPath: ["inset(0 0 0 100%)", "inset(0)"] }],
  push: [{ translate: ["100%", "0"] }, { translate: ["0", "-100%"] }],
};
const BACKWARDS = {
  cover: [{ translate: ["-100%", "0"] }],
  wipe: [{ clipPath: ["inset(0 100% 0 0)", "inset(0)"] }],
  push: [{ translate: ["-100%", "0"] }, { translate: ["0", "100%"] }],
};
const running = new Set();
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function move(old, fresh, forwards) {
  const kind = pages[place.page].transition;
  const motion = (!forwards && BACKWARDS[kind]) || MOTIONS[kind];
  if (!motion || calm() || root.classList.contains("overview")) return;
  const [enter, leave] = motion;
  const timing = { duration: kind === "fade" ? 350 : 500, easing: "cubic-bezier(.3, 0, .2, 1)" };
  old.classList.add("leaving");
  old.inert = true;
  fresh.style.zIndex = 1;
  const animations = [fresh.animate(enter, timing)];
  if (leave) animations.push(old.animate(leave, timing));
  for (const animation of animations) running.add(animation);
  animations[0].onfinish = settle;
}

/** End whatever is still moving. */
function settle() {
  for (const animation of running) animation.cancel();
  running.clear();
  for (const slide of slides) {
    slide.classList.remove("leaving");
    slide.inert = false;
    slide.style.zIndex = "";
  }
}

// Addresses: `#id` is a slide, `#id/2` the same after two clicks. Jumps can be taken back with the
// browser's own button; steps from slide to slide don't fill its history.

function address({ page, step }) {
  return `#${encodeURIComponent(pages[page].id)}${step ? `/${step}` : ""}`;
}

function addressed(hash = location.hash) {
  const [id, step] = decodeURIComponent(hash.slice(1)).split("/");
  return numbers.has(id) ? { page: numbers.get(id), step: Number(step) || 0 } : null;
}

function remember(how) {
  if (isSpeaker) return;
  const jumps = (history.state?.jumps ?? 0) + (how === "push" ? 1 : 0);
  try {
    history[`${how}State`]({ jumps }, "", address(place));
  } catch {
    // A browser may refuse many changes in a short time; the address then lags behind.
  }
}

function next() {
  const to = following(place);
  if (to) show(to.page, to.step);
}

function previous() {
  const to = preceding(place);
  if (to) show(to.page, to.step);
}

function jump(page) {
  show(page, 0, { record: "push" });
}

/** To where the last jump was made; without one, a step back. */
function undoJump() {
  if (history.state?.jumps) history.back();
  else previous();
}

/** To the slide that was shown before this one. */
function back() {
  const page = visited.pop();
  if (page !== undefined) show(page, last(page), { record: "push" });
}
