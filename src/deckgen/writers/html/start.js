// Everything is there: show the addressed slide, or the first one, and listen.

root.classList.add("live");
addEventListener("message", onMessage);
addEventListener("keydown", onKey);
addEventListener("click", onClick);
addEventListener("touchstart", onTouchStart, { passive: true });
addEventListener("beforeprint", () => { document.title = deck.title; });
addEventListener("afterprint", () => { document.title = titled(place.page); });
addEventListener("touchend", onTouchEnd, { passive: true });

if (isSpeaker) {
  startSpeaker();
} else {
  const first = addressed() ?? { page: shownPages[0] ?? 0, step: 0 };
  show(first.page, first.step, { still: true });
  addEventListener("hashchange", () => {
    const to = addressed();
    if (!to) return;
    overview(false);
    show(to.page, to.step, { record: "" });
  });
  addEventListener("pointermove", wake);
  addEventListener("fullscreenchange", stayAwake);
}
