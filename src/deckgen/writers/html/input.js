// Keys, clickers, fingers and the mouse.

const ACTIONS = {
  ArrowRight: next, ArrowDown: next, PageDown: next, n: next,
  ArrowLeft: previous, ArrowUp: previous, PageUp: previous, p: previous,
  Backspace: undoJump,
  Home: () => jump(shownPages[0] ?? 0),
  End: () => jump(shownPages.at(-1) ?? 0),
  b: () => blank("black"), ".": () => blank("black"),
  w: () => blank("white"), ",": () => blank("white"),
  o: () => overview(), Escape: () => leave(),
  s: () => openSpeaker(), f: fullscreen,
  "?": keys, h: keys,
  "+": () => sayLarger(1.1), "-": () => sayLarger(1 / 1.1),
};
const WALKS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"];

let typed = "";

function leave() {
  if (curtain.dataset.colour) blank("");
  else overview();
}

function onKey(event) {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const pressing = event.target.closest?.("a, button, .film") && (key === "Enter" || key === " ");
  if (pressing && !typed) return;
  if (act(key, event.shiftKey)) event.preventDefault();
}

function act(key, shift) {
  if (/^\d$/.test(key)) return type(key);
  if (key === "Enter" && typed) return arrive();
  type("");
  if (root.classList.contains("overview") && WALKS.includes(key)) return walk(key), true;
  if (key === " ") return (shift ? previous : next)(), true;
  if (key === "Enter") return next(), true;
  const action = ACTIONS[key.length === 1 ? key.toLowerCase() : key];
  action?.();
  return Boolean(action);
}

/** Digits gather until Enter. */
function type(digit) {
  typed = digit ? (typed + digit).slice(0, 4) : "";
  note.textContent = typed;
  return true;
}

function arrive() {
  const page = Number(typed) - 1;
  type("");
  if (pages[page]) {
    overview(false);
    jump(page);
  }
  return true;
}

function onClick(event) {
  const action = event.target.closest("[data-act]")?.dataset.act;
  if (action) {
    event.preventDefault();
    event.target.closest("button")?.blur();
    ({ next, previous, overview, keys, fullscreen, back, speaker: openSpeaker, pause, restart })[action]();
    return;
  }
  const tile = event.target.closest(".tile");
  if (tile) {
    event.preventDefault();
    overview(false);
    jump(slides.indexOf(tile.closest(".slide")));
    return;
  }
  const link = event.target.closest(".slide a")?.getAttribute("href");
  if (link?.startsWith("#") && addressed(link)) {
    event.preventDefault();
    jump(addressed(link).page);
    return;
  }
  // A click on a slide is a step, unless it was meant for a link, a film, or ended a selection.
  const onSlide = event.target.closest(".slide") && !event.target.closest("a, .film");
  if (onSlide && !root.classList.contains("overview") && getSelection().isCollapsed) next();
}

// A swipe is one finger going sideways; two of them zoom.
let touch = null;

function onTouchStart(event) {
  const { clientX: x, clientY: y } = event.changedTouches[0];
  touch = event.touches.length === 1 ? { x, y } : null;
}

function onTouchEnd(event) {
  if (!touch || root.classList.contains("overview")) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [across, down] = [clientX - touch.x, clientY - touch.y];
  touch = null;
  if (Math.abs(across) < 40 || Math.abs(across) < 2 * Math.abs(down)) return;
  (across < 0 ? next : previous)();
}
