import type { CorrectionKey, Letter } from "@signify/core";

/**
 * What each letter looks like, as manuals describe it and not as anybody was measured: an independent answer to whether two
 * letters differ in a finger. Fingers are index, middle, ring, little: `s` straight, `k` straight and forward, `c` curved,
 * `h` hooked, `d` down over the thumb, `f` in the fist. `spread`, between neighbors: `o` open, `c` closed, `x` crossed, `-`
 * not said.
 */
type LookOf = { fingers: string; thumb: string; points: string; palm: string; spread: string; moves?: true };

const chart: Readonly<Record<Letter, LookOf>> = {
  A: { fingers: "ffff", thumb: "beside", points: "up", palm: "camera", spread: "---" },
  B: { fingers: "ssss", thumb: "palm", points: "up", palm: "camera", spread: "ccc" },
  C: { fingers: "cccc", thumb: "opposite", points: "up", palm: "side", spread: "ccc" },
  D: { fingers: "sccc", thumb: "on middle", points: "up", palm: "camera", spread: "---" },
  E: { fingers: "hhhh", thumb: "under tips", points: "up", palm: "camera", spread: "---" },
  F: { fingers: "csss", thumb: "on index", points: "up", palm: "camera", spread: "-oo" },
  G: { fingers: "sfff", thumb: "along", points: "side", palm: "any", spread: "---" },
  H: { fingers: "ssff", thumb: "across", points: "side", palm: "any", spread: "c--" },
  I: { fingers: "fffs", thumb: "across", points: "up", palm: "camera", spread: "---" },
  J: { fingers: "fffs", thumb: "across", points: "up", palm: "camera", spread: "---", moves: true },
  K: { fingers: "skff", thumb: "between", points: "up", palm: "camera", spread: "o--" },
  L: { fingers: "sfff", thumb: "out", points: "up", palm: "camera", spread: "---" },
  M: { fingers: "dddf", thumb: "under three", points: "up", palm: "camera", spread: "---" },
  N: { fingers: "ddff", thumb: "under two", points: "up", palm: "camera", spread: "---" },
  O: { fingers: "cccc", thumb: "on tips", points: "up", palm: "side", spread: "---" },
  P: { fingers: "skff", thumb: "between", points: "down", palm: "down", spread: "o--" },
  Q: { fingers: "sfff", thumb: "along", points: "down", palm: "down", spread: "---" },
  R: { fingers: "ssff", thumb: "across", points: "up", palm: "camera", spread: "x--" },
  S: { fingers: "ffff", thumb: "across", points: "up", palm: "camera", spread: "---" },
  T: { fingers: "dfff", thumb: "under one", points: "up", palm: "camera", spread: "---" },
  U: { fingers: "ssff", thumb: "across", points: "up", palm: "camera", spread: "c--" },
  V: { fingers: "ssff", thumb: "across", points: "up", palm: "camera", spread: "o--" },
  W: { fingers: "sssf", thumb: "on little", points: "up", palm: "camera", spread: "oo-" },
  X: { fingers: "hfff", thumb: "across", points: "up", palm: "side", spread: "---" },
  Y: { fingers: "fffs", thumb: "out", points: "up", palm: "camera", spread: "---" },
  Z: { fingers: "sfff", thumb: "across", points: "up", palm: "camera", spread: "---", moves: true },
};

const fingers = ["index", "middle", "ring", "little"];
const pairs = ["index-middle", "middle-ring", "ring-little"];

/** Whether what a correction names differs between the letter that is shown and the one that is asked, by the chart. */
export function trulyDiffer(key: CorrectionKey, shown: Letter, asked: Letter): boolean {
  const [one, other] = [chart[shown], chart[asked]];
  const [change = "", ...rest] = key.split("-");
  const named = rest.join("-");
  switch (change) {
    case "bend":
    case "straighten":
      return fingers.every(
        (finger, at) => (named !== finger && named !== "fingers") || one.fingers[at] !== other.fingers[at],
      );
    case "thumb":
      return one.thumb !== other.thumb;
    case "palm":
      return one.palm !== other.palm;
    case "point":
      return one.points !== other.points;
    case "draw":
      return one.moves !== other.moves;
    default: {
      const pair = pairs.indexOf(named);
      return one.spread[pair] !== other.spread[pair];
    }
  }
}
