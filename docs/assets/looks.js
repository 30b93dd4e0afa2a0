// A look that was clicked stands large in every example, on this page and on the next.
(() => {
  const KEY = "deckgen-look";
  const choose = (look) => {
    for (const row of document.querySelectorAll(".dg-looks")) {
      const found = row.querySelector(`[data-look="${CSS.escape(look)}"]`);
      if (found) row.prepend(found);
    }
  };
  const kept = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  const keep = (look) => {
    try { localStorage.setItem(KEY, look); } catch { /* then it holds for this page */ }
  };
  document.addEventListener("click", (event) => {
    const figure = event.target.closest(".dg-looks a.dg-picture")?.closest("figure");
    if (!figure || event.ctrlKey || event.metaKey || !figure.previousElementSibling) return;
    event.preventDefault();
    const example = figure.closest(".dg-example");
    const before = example.getBoundingClientRect().top;
    choose(figure.dataset.look);
    keep(figure.dataset.look);
    scrollBy(0, example.getBoundingClientRect().top - before);
  });
  const look = kept();
  if (look) choose(look);
})();
