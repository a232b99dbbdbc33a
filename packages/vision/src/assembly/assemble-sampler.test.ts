import { expect, test } from "bun:test";
import { decodeBase64 } from "@signify/core";
import { assembledSampler } from "../hands/sampling/assembled-sampler.ts";
import { assembleSampler } from "./assemble-sampler.ts";

test("the sampler that ships is the one that its source compiles to", async () => {
  expect(decodeBase64(assembledSampler)).toEqual(new Uint8Array(await assembleSampler()));
});
