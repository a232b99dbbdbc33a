// Writes the measured table of docs/peers.md: what other libraries weigh, and how long a page takes to its first letter.
//   bun packages/tools/src/bench/peers/peers.ts [runs]
// It installs them, at the versions of peer-list.ts, into a temporary folder, and needs Chromium for the times.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readHandNetworks } from "@signify/models/hand-network";
import { hasChromium } from "../../browser/index.ts";
import { packHandLandmarker } from "./hand-landmarker-task/pack-hand-landmarker.ts";
import { measurePeer, type PeerFigures } from "./measure-peer.ts";
import { peers } from "./peer-list.ts";
import { timeToFirst } from "./time-to-first.ts";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const page = join(root, "docs/peers.md");
const runs = Number(process.argv[2] ?? 3);

/** Ours, as it is published. */
const own = [
  {
    name: "Signify: `connect`",
    entry: `import { connect } from "@signify/client-sdk"; (await connect({ url: "/" })).on("prediction", console.log);`,
    served: [],
  },
  {
    name: "Signify: camera, hands and letters on the device",
    entry: `import { openCamera } from "@signify/client-sdk/camera"; import { recognizeCamera } from "@signify/client-sdk/on-device"; (await recognizeCamera({ where: "device", source: await openCamera(), assets: "/signify/" })).client.on("prediction", console.log);`,
    served: [
      "node_modules/@signify/client-sdk/assets/{hands-worker.js,letters-worker.js,*.onnx,*.tflite,letters.json}",
      "node_modules/@litertjs/core/wasm/litert_wasm_internal.{js,wasm}",
    ],
  },
];

const folder = mkdtempSync(join(tmpdir(), "signify-peers-"));
try {
  await install();
  const rows = await measureAll();
  const times = hasChromium ? await timeToFirst(folder, runs) : undefined;
  await writeTables(rows, times);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function install(): Promise<void> {
  await Bun.write(join(folder, "package.json"), '{ "type": "module" }');
  const packages = Object.assign({}, ...peers.map(({ packages }) => packages), {
    "@litertjs/core": "2.5.3",
  });
  const names = Object.entries<string>(packages).map(([name, version]) => `${name}@${version}`);
  const child = Bun.spawn([process.execPath, "add", "--exact", "--ignore-scripts", ...names], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if ((await child.exited) !== 0) throw new Error("the libraries could not be installed");
  await Bun.write(join(folder, "hand_landmarker.task"), packHandLandmarker(readHandNetworks()));
  cpSync(join(root, "packages/client-sdk/dist"), join(folder, "node_modules/@signify/client-sdk"), {
    recursive: true,
  });
}

async function measureAll(): Promise<(PeerFigures & { name: string; version: string })[]> {
  const rows = [];
  for (const { name, entry, served } of own) {
    const library = "@signify/client-sdk";
    rows.push({ name, version: "", ...(await measurePeer(folder, { library, entry, served })) });
  }
  for (const { name, packages, entry, served } of peers) {
    const [[library, version] = ["", ""]] = Object.entries(packages);
    rows.push({ name, version, ...(await measurePeer(folder, { library, entry, served })) });
  }
  return rows;
}

async function writeTables(
  rows: Awaited<ReturnType<typeof measureAll>>,
  times: Awaited<ReturnType<typeof timeToFirst>> | undefined,
): Promise<void> {
  const sizes = [
    "| library | version | script, min | min + gzip | files besides, gzip | types |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ name, version, minified, gzipped, served, hasTypes }) =>
        `| ${name} | ${version || "–"} | ${kilobytes(minified)} | ${kilobytes(gzipped)} | ${served ? megabytes(served) : "–"} | ${hasTypes ? "yes" : "no"} |`,
    ),
  ].join("\n");
  const firsts = times && [
    "| page | first hand | first V |",
    "|---|---|---|",
    `| Signify on the device | ${seconds(times.ours.hand)} | ${seconds(times.ours.letter)} |`,
    `| MediaPipe tasks-vision and fingerpose | ${seconds(times.mediaPipe.hand)} | ${seconds(times.mediaPipe.letter)} |`,
    "",
    `Medians of ${runs} runs, each in a browser of its own, on ${cpus().length} cores without a graphics card.`,
  ];
  let text = await Bun.file(page).text();
  for (const [name, table] of [
    ["sizes", sizes],
    ["times", firsts?.join("\n")],
  ]) {
    if (!table) continue;
    console.log(`${table}\n`);
    const between = new RegExp(`(<!-- ${name}:start -->\\n)[^]*(<!-- ${name}:end -->)`);
    text = text.replace(between, (_, start: string, end: string) => `${start}${table}\n${end}`);
  }
  await Bun.write(page, text);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
