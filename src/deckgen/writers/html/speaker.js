// The speaker's window: the same file, opened by the talk. The two tell each other where they are
// by messages, which works from disk as well. Time is kept here, not in the talk.

let peer = isSpeaker ? window.opener : null;
let heard = false; // whether the talk has answered since this window was loaded

function openSpeaker() {
  if (isSpeaker) return;
  const here = location.href.split("#")[0];
  peer = window.open(here + SPEAKER, "deckgen-speaker", "popup,width=1180,height=760");
}

function send(message) {
  peer?.postMessage({ deckgen: deck.title, ...message }, "*");
}

function tellPeer() {
  if (place.page < 0) return;
  send({ page: place.page, step: place.step, blank: curtain.dataset.colour ?? "" });
}

listeners.push((_, { tell }) => {
  if (tell) tellPeer();
});

/** Only the window that opened this one, or that this one opened, is heard. */
function trusted(source) {
  return source && (source === peer || source === window.opener || source.opener === window);
}

function onMessage({ data, source }) {
  if (data?.deckgen !== deck.title || !trusted(source)) return;
  const known = source === peer;
  peer = source;
  if (data.hello) {
    if (data.hello === "new" || !known) tellPeer();
    return;
  }
  heard = true;
  if (!pages[data.page]) return;
  show(data.page, data.step, { tell: false });
  curtain.dataset.colour = data.blank;
  curtain.hidden = !data.blank;
}

/** The talk forgets this window when it is loaded again, so it hears from it all the time. */
function greet() {
  send({ hello: heard ? "still" : "new" });
}

const desk = document.querySelector(".desk");
const part = (name) => desk.querySelector(`.${name}`);
const spent = new Map(); // milliseconds a slide
let elapsed = 0;
let before = 0;
let paused = false;

function showDesk() {
  const { notes, name } = pages[place.page];
  const lines = notes.filter((line) => line.trim());
  part("words").replaceChildren(...(lines.length ? lines : [words.nothing]).map(paragraph));
  part("words").classList.toggle("none", !lines.length);
  part("words").scrollTop = 0;
  part("say h2").textContent = name;
  showAhead();
  tick();
}

function paragraph(line) {
  const element = document.createElement("p");
  element.textContent = line;
  return element;
}

/** The slide as it will be after the next click. */
function showAhead() {
  const to = following(place);
  const frame = part("frame");
  frame.replaceChildren();
  part("ahead h2").textContent = to ? words.next : words.end;
  if (!to) return;
  const copy = slides[to.page].querySelector("svg").cloneNode(true);
  for (const element of copy.querySelectorAll(".later")) element.classList.remove("later");
  copy.setAttribute("aria-hidden", "true");
  frame.append(copy);
  reveal(frame, to);
}

function tick() {
  const now = Date.now();
  const passed = paused ? 0 : now - before;
  before = now;
  elapsed += passed;
  spent.set(place.page, (spent.get(place.page) ?? 0) + passed);
  part("time").textContent = new Date(now).toLocaleTimeString(root.lang, { timeStyle: "short" });
  part("elapsed").textContent = minutes(elapsed);
  showPace();
}

function showPace() {
  const here = spent.get(place.page);
  const planned = (pages[place.page].minutes ?? 0) * 60000;
  const pace = part("pace");
  part("pace progress").hidden = !planned;
  part("pace progress").value = planned ? Math.min(here / planned, 1) : 0;
  part("pace span").textContent = planned ? `${minutes(here)} / ${minutes(planned)}` : minutes(here);
  pace.classList.toggle("late", planned > 0 && here > planned);
  showPlan();
}

/** How far the talk is behind the sum of what its slides were given, this one included. */
function showPlan() {
  const until = shownPages.filter((page) => page <= place.page);
  const planned = until.reduce((sum, page) => sum + (pages[page].minutes ?? 0), 0) * 60000;
  const plan = part("plan");
  const over = elapsed - planned;
  plan.hidden = !planned;
  plan.classList.toggle("late", over > 0);
  plan.textContent = over > 0 ? `${minutes(over)} ${words.behind}` : words.onTime;
}

function minutes(time) {
  const seconds = Math.floor(time / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function pause() {
  tick();
  paused = !paused;
  desk.querySelector("[data-act=pause]").textContent = paused ? words.resume : words.pause;
}

function restart() {
  elapsed = 0;
  spent.clear();
  tick();
}

function sayLarger(factor) {
  const size = parseFloat(root.style.getPropertyValue("--say")) || 24;
  root.style.setProperty("--say", `${Math.max(12, Math.min(size * factor, 60))}px`);
}

function startSpeaker() {
  root.classList.add("speaker");
  before = Date.now();
  listeners.push(showDesk);
  show(shownPages[0] ?? 0, 0, { tell: false, still: true });
  setInterval(tick, 250);
  greet();
  setInterval(greet, 500);
}
