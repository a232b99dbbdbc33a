import { expect, test } from "bun:test";
import { Parser } from "@asyncapi/parser";
import { asyncApiDocument } from "@signify/core/protocol";

/** A newer version of AsyncAPI is a hint; Modelina does not read it yet. */
const hints = ["asyncapi-latest-version"];

test("AsyncAPI's own parser finds nothing wrong with the description of the protocols", async () => {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiDocument("1.2.3")));
  expect(
    diagnostics
      .filter(({ code }) => !hints.includes(String(code)))
      .map(({ code, message, path }) => [code, message, path.join(".")]),
  ).toEqual([]);
  const read = document!
    .allChannels()
    .all()
    .map((channel) => channel.address());
  expect(read.sort()).toEqual(["/", "/v1/recognize"]);
});
