import type { DesignName } from "./designs/create-design.ts";
import type { Simulated } from "./simulation-table.ts";

const looks: Record<DesignName, { color: string; name: string; dash?: string }> = {
  random: { color: "#b4530a", name: "any worker, a queue at each" },
  "two-choices": { color: "#7c3aed", name: "the less busy of two, a queue at each" },
  lease: { color: "#0b6bcb", name: "leases (what stands)" },
  central: { color: "#666666", name: "bound: all-knowing, no time on the way", dash: "3 3" },
};

const panel = { width: 200, height: 190, left: 56, top: 62, gap: 36 };
/** Milliseconds at the bottom and the top of a panel, on a logarithmic scale, and the lines between them. */
const range = { least: 0.3, most: 200 };
const marks = [1, 10, 100];

/** An SVG: the wait for a process (p95) over the load, a panel for each number of workers, a line for each design. */
export function drawWaits(simulated: readonly Simulated[]): string {
  const counts = [...new Set(simulated.map(({ options }) => options.workers))].sort(
    (one, other) => one - other,
  );
  const loads = simulated.map(({ options }) => options.load);
  const [from, to] = [Math.min(...loads), Math.max(...loads)];
  const x = (load: number) => (to === from ? 0 : ((load - from) / (to - from)) * panel.width);
  const y = (milliseconds: number) => {
    const inside = Math.min(range.most, Math.max(range.least, milliseconds));
    return panel.height * (1 - Math.log(inside / range.least) / Math.log(range.most / range.least));
  };
  const width = panel.left + counts.length * (panel.width + panel.gap);
  const height = panel.top + panel.height + 44;

  const panels = counts.map((workers, index) => {
    const lines = (Object.keys(looks) as DesignName[]).map((design) => {
      const points = simulated
        .filter(({ options }) => options.workers === workers && options.design === design)
        .sort((one, other) => one.options.load - other.options.load)
        .map(({ options, figures }) => `${x(options.load).toFixed(1)},${y(figures.wait.p95).toFixed(1)}`);
      const { color, dash } = looks[design];
      return `<polyline points="${points.join(" ")}" fill="none" stroke="${color}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
    });
    const grid = marks.map(
      (mark) =>
        `<line x1="0" x2="${panel.width}" y1="${y(mark)}" y2="${y(mark)}" stroke="#ddd"/>${index === 0 ? `<text x="-6" y="${y(mark) + 4}" text-anchor="end">${mark} ms</text>` : ""}`,
    );
    const ticks = [...new Set(loads)].map(
      (load) => `<text x="${x(load)}" y="${panel.height + 16}" text-anchor="middle">${load}</text>`,
    );
    return `<g transform="translate(${panel.left + index * (panel.width + panel.gap)} ${panel.top})">
<text y="-8" font-weight="bold">${workers.toLocaleString("en-US")} worker${workers === 1 ? "" : "s"}</text>
<rect width="${panel.width}" height="${panel.height}" fill="none" stroke="#bbb"/>
${[...grid, ...ticks, ...lines].join("\n")}
</g>`;
  });
  const legend = Object.values(looks).map(
    ({ color, name, dash }, index) =>
      `<g transform="translate(${panel.left + (index % 2) * 290} ${16 + 18 * Math.floor(index / 2)})"><line x2="22" y1="-4" y2="-4" stroke="${color}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ""}/><text x="28">${name}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#222">
<title>How long 95 of 100 pictures wait for a process at most, by load and number of workers</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${[...legend, ...panels].join("\n")}
<text x="${panel.left}" y="${height - 8}">load: what learners ask for, of what processes that never rest could do</text>
</svg>
`;
}
