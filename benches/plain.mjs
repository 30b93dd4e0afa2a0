// The same text through PptxGenJS, without layout: `node plain.mjs TEXT.json OUT.pptx`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Resolved from beside this file, where the package was installed for this measurement.
const PptxGenJS = createRequire(import.meta.url)("pptxgenjs");

const [source, target] = process.argv.slice(2);
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
for (const entry of JSON.parse(readFileSync(source, "utf-8"))) {
  const slide = deck.addSlide();
  slide.addText(entry.title, { x: 0.6, y: 0.4, w: 12, h: 1, fontSize: 32 });
  const lines = entry.lines.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
  if (lines.length) slide.addText(lines, { x: 0.6, y: 1.6, w: 12, h: 5, fontSize: 20 });
  if (entry.notes.length) slide.addNotes(entry.notes.join("\n"));
}
await deck.writeFile({ fileName: target });
