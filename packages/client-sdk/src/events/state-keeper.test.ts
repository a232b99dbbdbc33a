import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import fc from "fast-check";
import type { StateEvent } from "./client-event.ts";
import { type Condition, createStateKeeper } from "./state-keeper.ts";

function setUp() {
  const told: StateEvent[] = [];
  const keeper = createStateKeeper((event) => told.push(event));
  return { keeper, told };
}
const present = ({ keeper }: ReturnType<typeof setUp>) =>
  [keeper.state, keeper.reason].filter((word) => word).join(": ");
const error = new SignifyError("unreachable", "gone");

describe("createStateKeeper", () => {
  test("connects at first without a reason, and after a loss says that it was lost", () => {
    const setting = setUp();
    expect(present(setting)).toBe("connecting");
    setting.keeper.set({ connected: true });
    expect(present(setting)).toBe("ready");
    setting.keeper.set({ connected: false }, error);
    expect(present(setting)).toBe("connecting: lost");
    expect(setting.told).toEqual([
      { type: "state", state: "ready" },
      { type: "state", state: "connecting", reason: "lost", error },
    ]);
  });

  test.each([
    [{ slow: true }, "degraded: slow-link"],
    [{ trouble: "camera-lost" }, "degraded: camera-lost"],
    [{ trouble: "hands-failed", slow: true }, "degraded: hands-failed"],
    [{ trouble: "hands-failed", silent: true }, "degraded: silent"],
    [{ trouble: "hands-failed", connected: false }, "connecting: lost"],
    [{ silent: true }, "degraded: silent"],
    [{ slow: true, silent: true }, "degraded: silent"],
    [{ slow: true, silent: true, connected: false }, "connecting: lost"],
    [{}, "ready"],
  ] as [Partial<Condition>, string][])("the worst that is known is told: %j is %s", (change, expected) => {
    const setting = setUp();
    setting.keeper.set({ connected: true });
    setting.keeper.set(change);
    expect(present(setting)).toBe(expected);
  });

  test("what is known of the link does not matter before it is connected", () => {
    const setting = setUp();
    setting.keeper.set({ slow: true, silent: true });
    expect(present(setting)).toBe("connecting");
    expect(setting.told).toEqual([]);
  });

  test("remembers what else is known when the worst passes", () => {
    const setting = setUp();
    setting.keeper.set({ connected: true, slow: true, silent: true });
    setting.keeper.set({ silent: false });
    expect(present(setting)).toBe("degraded: slow-link");
  });

  test("closed is the end: it is told once, with its error, and nothing after it", () => {
    const { keeper, told } = setUp();
    keeper.set({ connected: true });
    keeper.close(error);
    keeper.set({ connected: false });
    keeper.set({ connected: true, slow: true });
    keeper.close(error);
    expect(told.slice(1)).toEqual([{ type: "state", state: "closed", error }]);
    expect(keeper).toMatchObject({ state: "closed", reason: undefined, error });
  });

  test("a client that is closed by its app has no error", () => {
    const { keeper, told } = setUp();
    keeper.close();
    expect(keeper.error).toBeUndefined();
    expect(told).toEqual([{ type: "state", state: "closed" }]);
  });

  test("an error without a change of state is not told", () => {
    const { keeper, told } = setUp();
    keeper.set({ connected: false }, error);
    expect(told).toEqual([]);
  });

  test("tells of every change once, and what was told last is what it is", () => {
    const change = fc.record(
      { connected: fc.boolean(), slow: fc.boolean(), silent: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const setting = setUp();
        const words = ["connecting"];
        for (const next of changes) {
          setting.keeper.set(next as Partial<Condition>);
          if (present(setting) !== words.at(-1)) words.push(present(setting));
        }
        const told = setting.told.map(({ state, reason }) => (reason ? `${state}: ${reason}` : state));
        expect(["connecting", ...told]).toEqual(words);
      }),
    );
  });
});
