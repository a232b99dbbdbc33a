import { readdirSync } from "node:fs";
import { childrenOf, residentMegabytes } from "../processes/processes.ts";

/** What a server's processes hold, in megabytes and in open descriptors. */
export type ProcessFigures = {
  serverMegabytes: number;
  /** Of one vision process, on average. */
  visionMegabytes: number;
  descriptors: number;
};

/** Reads `/proc` about a server and its vision processes. */
export function readProcessFigures(pid: number): ProcessFigures {
  const children = childrenOf(pid).map(residentMegabytes).filter(Number.isFinite);
  return {
    serverMegabytes: round(residentMegabytes(pid)),
    visionMegabytes: round(children.reduce((sum, megabytes) => sum + megabytes, 0) / children.length),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  };
}

const round = (megabytes: number) => Math.round(megabytes * 10) / 10;
