"""Whether the texts of a map fit, measured by the browser that draws them."""

from __future__ import annotations

from playwright.sync_api import Page

_MEASURE = """() => {
  const box = (part) => { const { x, y, width, height } = part.getBBox(); return [x, y, x + width, y + height]; };
  const texts = (parts) => [...parts].filter((part) => part.textContent.trim())
    .map((part) => ({ text: part.textContent, box: box(part) }));
  const outside = (inner, outer) =>
    Math.max(outer[0] - inner[0], inner[2] - outer[2], outer[1] - inner[1], inner[3] - outer[3]);
  const found = [];
  const fits = (name, all, room) => {
    for (const { text, box } of all) {
      const over = outside(box, room);
      if (over > 0.5) found.push(`${name}: ${text} is ${over.toFixed(1)} outside`);
    }
    for (const one of all) for (const other of all) {
      if (one === other) continue;
      const width = Math.min(one.box[2], other.box[2]) - Math.max(one.box[0], other.box[0]);
      const height = Math.min(one.box[3], other.box[3]) - Math.max(one.box[1], other.box[1]);
      if (one.box[0] <= other.box[0] && width > 1 && height > 6) {
        found.push(`${name}: ${one.text} | ${other.text} overlap by ${width.toFixed(1)}`);
      }
    }
  };
  const map = document.querySelector("svg.strategy-map");
  for (const goal of map.querySelectorAll(".goal")) {
    fits(goal.dataset.goal, texts(goal.querySelectorAll("text")), box(goal.querySelector("rect.card")));
  }
  const rest = [...map.querySelectorAll("text")].filter((part) => !part.closest(".goal"));
  fits("map", texts(rest), [0, 0, map.viewBox.baseVal.width, map.viewBox.baseVal.height]);
  return found;
}"""


def misfits(page: Page) -> list[str]:
    """Texts that leave their card or the map, and texts that lie on each other; measured in px of the map."""
    found: list[str] = page.evaluate(_MEASURE)
    return found
