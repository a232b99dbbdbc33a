// Stands in for `bun:test` when the core's tests run in Node: the part of it that they use, on node:test and jest's expect.

export { after as afterAll, afterEach, before as beforeAll, beforeEach, describe, test } from "node:test";
export { expect } from "expect";
