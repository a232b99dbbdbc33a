import { describe, expect, test } from "bun:test";
import { closeCodes } from "@signify/core/protocol";
import { createManualClock } from "@signify/core/testing";
import fc from "fast-check";
import { type AdmissionOptions, createAdmission, type Stay, type Visitor } from "./admission.ts";

const roomy: AdmissionOptions = {
  maxConnections: 100,
  maxConnectionsPerAddress: 100,
  allowedOrigins: [],
  authToken: "",
  clock: () => 0,
  timers: { after: () => () => {} },
};
const nativeApp: Visitor = { address: "10.0.0.1", host: "signify.example:8765" };

/** The close code of a refusal, or undefined when the visitor may come in. */
function verdict(options: Partial<AdmissionOptions>, visitor: Partial<Visitor>): number | undefined {
  const entry = createAdmission({ ...roomy, ...options }).enter({ ...nativeApp, ...visitor });
  return "refusal" in entry ? entry.refusal.closeCode : undefined;
}

describe("the Origin", () => {
  test.each([
    ["no Origin, as native apps send", undefined],
    ["the same host", "http://signify.example:8765"],
    ["the same host behind a proxy that speaks TLS", "https://signify.example:8765"],
    ["localhost on any port", "http://localhost:3000"],
    ["localhost without a port", "https://localhost"],
    ["127.0.0.1", "http://127.0.0.1:5173"],
    ["::1", "http://[::1]:5173"],
  ])("%s is allowed", (_, origin) => {
    expect(verdict({}, { origin })).toBeUndefined();
  });

  test.each([
    ["another host", "https://elsewhere.example"],
    ["the same host on another port", "http://signify.example"],
    ["a host that only begins with localhost", "http://localhost.elsewhere.example"],
    ["a host that only ends with the same host", "http://not-signify.example:8765"],
    ["a user name that looks like the host", "http://signify.example:8765@elsewhere.example"],
    ["the opaque origin of a sandboxed frame", "null"],
    ["what is no address at all", "signify.example:8765"],
    ["an empty one", ""],
  ])("%s is refused", (_, origin) => {
    expect(verdict({}, { origin })).toBe(closeCodes.originRefused);
  });

  test("one that the settings name is allowed, its neighbors are not", () => {
    const allowedOrigins = ["https://learn.example", "https://teach.example"];
    expect(verdict({ allowedOrigins }, { origin: "https://teach.example" })).toBeUndefined();
    expect(verdict({ allowedOrigins }, { origin: "http://teach.example" })).toBe(closeCodes.originRefused);
  });

  test("the same host is the same in capitals, and with the scheme's own port", () => {
    expect(verdict({}, { origin: "http://signify.example", host: "Signify.Example:80" })).toBeUndefined();
    expect(verdict({}, { origin: "https://signify.example", host: "signify.example:443" })).toBeUndefined();
    expect(verdict({}, { origin: "https://signify.example", host: "signify.example:80" })).toBe(
      closeCodes.originRefused,
    );
  });

  test("no Host is the same host as none", () => {
    expect(verdict({}, { origin: "http://undefined", host: undefined })).toBe(closeCodes.originRefused);
  });

  test("a file's page is not taken for the same host when there is no Host header", () => {
    expect(verdict({}, { origin: "file://", host: "" })).toBe(closeCodes.originRefused);
  });

  test("* allows all", () => {
    expect(verdict({ allowedOrigins: ["*"] }, { origin: "https://elsewhere.example" })).toBeUndefined();
  });
});

describe("the token", () => {
  test("is not asked for when none is set", () => {
    expect(verdict({ authToken: "" }, { token: undefined })).toBeUndefined();
  });

  test.each([
    ["none", undefined],
    ["an empty one", ""],
    ["another of the same length", "secret-2"],
    ["a longer one that begins with it", "secret-1x"],
  ])("%s is refused", (_, token) => {
    expect(verdict({ authToken: "secret-1" }, { token })).toBe(closeCodes.unauthorized);
  });

  test("the right one is let in", () => {
    expect(verdict({ authToken: "secret-1" }, { token: "secret-1" })).toBeUndefined();
  });

  test("is looked at after the Origin: a foreign page learns nothing about it", () => {
    const visitor = { origin: "https://elsewhere.example", token: "secret-1" };
    expect(verdict({ authToken: "secret-1" }, visitor)).toBe(closeCodes.originRefused);
  });
});

describe("the room", () => {
  test("full in all: try again later", () => {
    const admission = createAdmission({ ...roomy, maxConnections: 2 });
    admission.enter({ address: "a" });
    admission.enter({ address: "b" });
    expect(admission.enter({ address: "c" })).toMatchObject({
      refusal: { closeCode: closeCodes.tryAgainLater, error: { code: "too-many-connections" } },
    });
  });

  test("full for one address: others may come", () => {
    const admission = createAdmission({ ...roomy, maxConnectionsPerAddress: 1 });
    admission.enter({ address: "a" });
    expect(admission.enter({ address: "a" })).toMatchObject({
      refusal: { closeCode: closeCodes.tooManyConnections },
    });
    expect(admission.enter({ address: "b" })).toHaveProperty("leave");
  });

  test("who leaves makes room, and only once however often it says so", () => {
    const admission = createAdmission({ ...roomy, maxConnections: 2 });
    const first = admission.enter({ address: "a" });
    admission.enter({ address: "a" });
    if (!("leave" in first)) throw new Error("expected to be let in");
    first.leave(0);
    first.leave(0);
    expect(admission.enter({ address: "a" })).toHaveProperty("leave");
    expect(admission.enter({ address: "a" })).toHaveProperty("refusal");
  });

  test("who is refused takes no room", () => {
    const admission = createAdmission({ ...roomy, maxConnections: 1, authToken: "secret" });
    for (let time = 0; time < 10; time++) admission.enter({ address: "a" });
    expect(admission.enter({ address: "a", token: "secret" })).toHaveProperty("leave");
  });

  test("whatever the comings and goings, both limits hold and nobody is refused while there is room", () => {
    const coming = fc.record({ come: fc.constant(true), address: fc.constantFrom("a", "b", "c") });
    const going = fc.record({ come: fc.constant(false), who: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(fc.oneof(coming, going), { maxLength: 200 }), (steps) => {
        const admission = createAdmission({ ...roomy, maxConnections: 5, maxConnectionsPerAddress: 3 });
        const inside: { address: string; leave: Stay["leave"] }[] = [];
        for (const step of steps) {
          if ("address" in step) {
            const fromThere = inside.filter(({ address }) => address === step.address).length;
            const entry = admission.enter({ address: step.address });
            expect("leave" in entry).toBe(inside.length < 5 && fromThere < 3);
            if ("leave" in entry) inside.push({ address: step.address, leave: entry.leave });
          } else if (inside.length > 0) {
            inside.splice(step.who % inside.length, 1)[0]?.leave(0);
          }
        }
      }),
    );
  });
});

describe("after one was thrown out", () => {
  /** A door that remembers so many throw-outs of the address "a". */
  function afterThrowingOut(count: number, options: Partial<AdmissionOptions> = {}) {
    const clock = createManualClock();
    let pauses = 0;
    const onPause = () => void pauses++;
    const admission = createAdmission({ ...roomy, ...options, clock, timers: clock, onPause });
    const stays = Array.from({ length: count }, () => admission.enter({ address: "a" }));
    for (const stay of stays) if ("leave" in stay) stay.leave(1);
    return { admission, clock, pauses: () => pauses };
  }

  test("a newcomer from its address waits, is counted, and is then let in with less", async () => {
    const { admission, clock, pauses } = afterThrowingOut(2);
    const visitor = { address: "a" };
    let isLetIn = false;
    const waiting = admission.arrive(visitor)?.then(() => {
      isLetIn = true;
    });
    clock.advance(399);
    await Promise.resolve();
    expect([isLetIn, pauses()]).toEqual([false, 1]);
    clock.advance(1);
    await waiting;
    const entry = admission.enter(visitor);
    expect("credit" in entry && entry.credit).toBeLessThan(0.3);
  });

  test("newcomers from elsewhere come straight in, with everything", () => {
    const { admission, pauses } = afterThrowingOut(2);
    expect(admission.arrive({ address: "b" })).toBeUndefined();
    expect(admission.enter({ address: "b" })).toMatchObject({ credit: 1 });
    expect(pauses()).toBe(0);
  });

  test("as many may wait as may be inside; who is beyond that is refused in words, and others are not", () => {
    const { admission } = afterThrowingOut(2, { maxConnectionsPerAddress: 3 });
    const visitors = Array.from({ length: 4 }, () => ({ address: "a" }));
    expect(visitors.map((visitor) => admission.arrive(visitor) !== undefined)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(admission.enter(visitors[3] as Visitor)).toMatchObject({
      refusal: { closeCode: closeCodes.tooManyConnections, error: { code: "too-many-connections" } },
    });
    expect(admission.enter(visitors[0] as Visitor)).toHaveProperty("leave");
  });

  test("nobody waits at a door that is closed", () => {
    const { admission } = afterThrowingOut(2);
    admission.close();
    expect(admission.arrive({ address: "a" })).toBeUndefined();
  });

  test("its place is free at once", () => {
    const { admission } = afterThrowingOut(3, { maxConnections: 3 });
    expect(admission.enter({ address: "b" })).toHaveProperty("leave");
  });
});

test("no refusal says what the visitor showed", () => {
  const marker = "MARKER";
  const options = { ...roomy, authToken: "secret", maxConnections: 1 };
  for (const visitor of [{ origin: `https://${marker}.example` }, { token: marker }]) {
    const entry = createAdmission(options).enter({ address: marker, ...visitor });
    expect("refusal" in entry && entry.refusal.error.message.toLowerCase()).not.toContain(
      marker.toLowerCase(),
    );
  }
});

test("every reason fits into a close frame", () => {
  const refusals = [
    createAdmission({ ...roomy, maxConnections: 0 }).enter(nativeApp),
    createAdmission({ ...roomy, maxConnectionsPerAddress: 0 }).enter(nativeApp),
    createAdmission({ ...roomy, authToken: "x" }).enter(nativeApp),
    createAdmission(roomy).enter({ ...nativeApp, origin: "null" }),
  ];
  for (const entry of refusals) {
    if (!("refusal" in entry)) throw new Error("expected a refusal");
    expect(Buffer.byteLength(entry.refusal.error.message)).toBeLessThanOrEqual(123);
  }
});

describe("a closed door", () => {
  test("lets nobody in, says that the server shuts down, and settles when the last one has left", async () => {
    const door = createAdmission(roomy);
    const inside = [door.enter(nativeApp), door.enter(nativeApp)];
    let emptied = false;
    const closing = door.close().then(() => {
      emptied = true;
    });
    expect(door.enter(nativeApp)).toMatchObject({
      refusal: { closeCode: closeCodes.tryAgainLater, error: { code: "shutting-down" } },
    });
    for (const entry of inside) {
      await Promise.resolve();
      expect(emptied).toBe(false);
      if ("leave" in entry) entry.leave(0);
    }
    await closing;
  });

  test("of an empty house settles at once", async () => {
    await createAdmission(roomy).close();
  });
});
