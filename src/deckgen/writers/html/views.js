// What else the window can show: all slides at once, nothing, the keys, the count.

const bar = document.querySelector(".bar");
const curtain = document.querySelector(".curtain");
const help = document.querySelector("dialog");
const note = document.querySelector(".note");

function overview(open = !root.classList.contains("overview")) {
  if (isSpeaker) return;
  settle();
  root.classList.toggle("overview", open);
  if (!open) return;
  const tile = slides[place.page].querySelector(".tile");
  tile.focus({ preventScroll: true });
  tile.closest(".slide").scrollIntoView({ block: "center" });
}

/** The tile above, below or beside the one that has the focus. */
function walk(key) {
  const tiles = slides.map((slide) => slide.querySelector(".tile"));
  const here = Math.max(tiles.indexOf(document.activeElement), 0);
  if (key === "ArrowRight" || key === "ArrowLeft") {
    tiles[here + (key === "ArrowRight" ? 1 : -1)]?.focus();
    return;
  }
  const from = slides[here].getBoundingClientRect();
  const down = key === "ArrowDown";
  const rows = slides
    .map((slide, number) => ({ number, box: slide.getBoundingClientRect() }))
    .filter(({ box }) => (down ? box.top >= from.bottom : box.bottom <= from.top));
  rows.sort((a, b) => Math.abs(a.box.top - from.top) - Math.abs(b.box.top - from.top)
    || Math.abs(a.box.left - from.left) - Math.abs(b.box.left - from.left));
  if (rows.length) tiles[rows[0].number].focus();
}

function blank(colour) {
  const now = curtain.dataset.colour;
  const wanted = now === colour ? "" : colour;
  curtain.dataset.colour = wanted;
  curtain.hidden = !wanted;
  tellPeer();
}

function keys() {
  if (help.open) help.close();
  else help.showModal();
}

function fullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {});
}

/** A screen that shows a talk doesn't go to sleep. */
function stayAwake() {
  if (document.fullscreenElement) navigator.wakeLock?.request("screen").catch(() => {});
}

listeners.push(() => {
  const now = String(place.page + 1);
  for (const count of document.querySelectorAll(".count b")) count.textContent = now;
});

// The pointer and the bar rest when the mouse does.
let resting;

function wake() {
  root.classList.remove("resting");
  bar.classList.add("wanted");
  clearTimeout(resting);
  resting = setTimeout(() => {
    root.classList.add("resting");
    bar.classList.remove("wanted");
  }, 2200);
}
