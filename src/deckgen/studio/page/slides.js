// Pictures of slides: asked for when they come into view, each in a shadow tree of its own, so that
// ids of one slide never meet those of another. SVG is parsed as XML; nothing here makes markup
// from text.

const KEPT = 400; // pictures that stay in memory
const drawn = new Map(); // SVG text by key
const sheet = new CSSStyleSheet();
const layout = new CSSStyleSheet();
// Nothing of the page around it reaches into a picture, a bold entry of the list least of all.
layout.replaceSync("svg.dg { all: initial; display: block; width: 100%; height: auto; }");

export function keep(key, svg) {
  drawn.delete(key);
  drawn.set(key, svg);
  while (drawn.size > KEPT) drawn.delete(drawn.keys().next().value);
}

/** The style sheet of a theme, inside every picture and, for its typefaces, outside. */
export async function dress(style) {
  const address = `/theme.css?v=${style}`;
  const link = document.getElementById("theme");
  if (link.getAttribute("href") === address) return;
  link.href = address;
  sheet.replaceSync((await (await fetch(address)).text()).replace(/@font-face\{[^}]*\}/g, ""));
}

/** Puts a slide's picture into an element; later requests for the same element win. */
export async function put(holder, key) {
  if (holder.dataset.shown === key) return;
  holder.dataset.wanted = key;
  const svg = drawn.get(key) ?? (await ask(key));
  if (svg === null || holder.dataset.wanted !== key) return;
  const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (picture.nodeName !== "svg") return;
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  root(holder).replaceChildren(document.adoptNode(picture));
  holder.dataset.shown = key;
}

async function ask(key) {
  const answer = await fetch(`/slides/${key}.svg`).catch(() => null);
  if (!answer?.ok) return null; // it has changed meanwhile; the news of it is on its way
  const svg = await answer.text();
  keep(key, svg);
  return svg;
}

function root(holder) {
  if (holder.shadowRoot) return holder.shadowRoot;
  const made = holder.attachShadow({ mode: "open" });
  made.adoptedStyleSheets = [layout, sheet];
  return made;
}

/** The list at the left. `chosen` is told the id of a slide that was clicked. */
export class Rail {
  constructor(list, chosen) {
    this.list = list;
    this.entries = new Map();
    this.chosen = chosen;
    this.seen = new IntersectionObserver((changes) => this.#appeared(changes), {
      root: list.parentElement,
      rootMargin: "600px",
    });
  }

  /** One entry a slide, in order; entries of slides that stay are kept. */
  show(slides, counts, fresh) {
    const entries = new Map();
    for (const [index, slide] of slides.entries()) {
      const entry = this.entries.get(slide.id) ?? this.#entry(slide.id);
      entries.set(slide.id, entry);
      const count = counts.get(slide.id);
      const told = [index, slide.key, slide.name, slide.hidden, count?.number, count?.severity].join("\n");
      if (entry.told !== told) this.#fill(entry, slide, index, count);
      entry.told = told;
      if (this.list.children[index] !== entry.item) {
        this.list.insertBefore(entry.item, this.list.children[index] ?? null);
      }
      if (entry.fresh !== fresh.has(slide.id)) {
        entry.fresh = entry.item.classList.toggle("fresh", fresh.has(slide.id));
      }
    }
    for (const [id, entry] of this.entries) {
      if (!entries.has(id)) {
        this.seen.unobserve(entry.thumb);
        entry.item.remove();
      }
    }
    this.entries = entries;
  }

  select(id) {
    const entry = this.entries.get(id);
    if (entry === this.current) return;
    this.current?.button.removeAttribute("aria-current");
    this.current = entry;
    entry?.button.setAttribute("aria-current", "true");
    entry?.item.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #entry(id) {
    const item = document.createElement("li");
    const button = made("button", item);
    const figures = made("span", button, "figures");
    const entry = { item, button, number: made("span", figures), count: made("span", figures) };
    entry.thumb = made("span", button, "thumb");
    entry.thumb.setAttribute("aria-hidden", "true");
    entry.thumb.dataset.id = id;
    button.type = "button";
    button.addEventListener("click", () => this.chosen(id));
    this.seen.observe(entry.thumb);
    return entry;
  }

  #fill(entry, slide, index, count) {
    entry.number.textContent = index + 1;
    entry.button.setAttribute("aria-label", `${index + 1}. ${slide.name}${said(count)}`);
    entry.button.title = slide.name;
    entry.item.classList.toggle("skipped", slide.hidden);
    entry.count.className = count ? `count ${count.severity}` : "";
    entry.count.textContent = count ? count.number : "";
    entry.key = slide.key;
    if (entry.near) put(entry.thumb, slide.key);
  }

  #appeared(changes) {
    for (const change of changes) {
      const entry = this.entries.get(change.target.dataset.id);
      if (!entry) continue;
      entry.near = change.isIntersecting;
      if (entry.near) put(entry.thumb, entry.key);
    }
  }
}

function said(count) {
  if (!count) return "";
  return `, ${count.number} ${count.number === 1 ? "finding" : "findings"}`;
}

export function made(name, parent, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}
