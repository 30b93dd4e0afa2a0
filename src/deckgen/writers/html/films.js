// Films and sounds: what starts with its slide, what is left out at either end, and silence when
// the slide is left. The speaker's window plays nothing: the other one does.

const films = [...main.querySelectorAll(".film")];

for (const film of films) {
  if (film.dataset.same) film.src = document.getElementById(film.dataset.same).src;
  const from = Number(film.dataset.from ?? 0);
  const to = Number(film.dataset.to ?? Infinity);
  const rewind = () => { if (film.currentTime < from || film.currentTime >= to) film.currentTime = from; };
  film.addEventListener("loadedmetadata", rewind);
  film.addEventListener("play", rewind);
  film.addEventListener("timeupdate", () => {
    if (film.currentTime >= to) film.loop ? (film.currentTime = from) : film.pause();
    else if (film.currentTime < from - 0.3) film.currentTime = from;
  });
  // Until it has begun a film is clear, and its still with the mark is seen below it.
  const still = film.matches("video") && !isSpeaker;
  film.controls = !still && !isSpeaker;
  if (!still) continue;
  film.tabIndex = 0;
  const begin = () => { if (!film.classList.contains("begun")) film.play().catch(() => {}); };
  film.addEventListener("click", begin);
  film.addEventListener("keydown", ({ key }) => { if (key === "Enter" || key === " ") begin(); });
  film.addEventListener("playing", () => {
    film.classList.add("begun");
    film.controls = true;
  });
}

listeners.push(({ page }, { from }) => {
  if (page === from.page || isSpeaker) return;
  for (const film of films) {
    const here = slides[page].contains(film);
    if (!here) film.pause();
    // A browser may want a key or a click first; then the film waits for one.
    else if ("auto" in film.dataset) film.play().catch(() => {});
  }
});
