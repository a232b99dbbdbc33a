import { expect, test } from "bun:test";
import { dashboardPanels } from "./support/dashboard.ts";

/** The panels of the dashboard lie beside one another as Grafana would put them. */

const columns = 24;
const panels = dashboardPanels();

test("each panel has an id and a title of its own", () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
});

test("every cell from the top to the bottom is one panel's", () => {
  const cells = new Map<string, string>();
  for (const { title, gridPos } of panels) {
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect({ title, over: cells.get(`${x} ${y}`) }).toEqual({ title, over: undefined });
        cells.set(`${x} ${y}`, title);
      }
    }
  }
  const bottom = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  expect(Math.max(...panels.map(({ gridPos }) => gridPos.x + gridPos.w))).toBe(columns);
  expect(cells.size).toBe(columns * bottom);
});
