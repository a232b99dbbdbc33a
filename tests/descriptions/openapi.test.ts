import { afterAll, beforeAll, expect, test } from "bun:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { type LaunchedServer, launchServer } from "@signify/server/launch";

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test("Redocly finds nothing wrong with /openapi, by the rules that it recommends", async () => {
  const source = await (await fetch(new URL("/openapi", server.page))).text();
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, absoluteRef: "/openapi.json", config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});
