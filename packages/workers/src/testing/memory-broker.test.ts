import { expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { createMemoryBroker } from "./memory-broker.ts";

function createBroker() {
  const timers = createManualClock();
  const broker = createMemoryBroker({ timers, random: () => 0, latency: 1 });
  const heard: string[] = [];
  const listen = (name: string) => () => void heard.push(name);
  return { timers, broker, heard, listen };
}
const nothing = new Uint8Array(0);

test("a message goes to all who listen alone and to one of each group", () => {
  const { timers, broker, heard, listen } = createBroker();
  const [client, other] = [broker.connect(), broker.connect()];
  client.subscribe("a.1", listen("alone"));
  client.subscribe("a.*", listen("any"));
  client.subscribe("a.1", listen("one"), { group: "g" });
  other.subscribe("a.1", listen("two"), { group: "g" });
  other.subscribe("a.1", listen("other group"), { group: "h" });
  other.publish("a.1", nothing);
  timers.advance(2);
  expect(heard).toEqual(["alone", "one", "other group", "any"]);
  expect([broker.published, broker.delivered, broker.subscribed]).toEqual([1, 4, 5]);
});

test("whoever writes to a subject on which nobody listens any more is told so", () => {
  const { timers, broker, heard, listen } = createBroker();
  const client = broker.connect();
  const stop = client.subscribe("a", listen("a"), { group: "g" });
  client.subscribe("reply", ({ isNobody }) => void heard.push(`nobody: ${isNobody}`));
  stop();
  client.publish("a", nothing, "reply");
  timers.advance(3);
  expect(heard).toEqual(["nobody: true"]);
});

test("a line that is cut takes along what was on its way, and the engine keeps nothing of it", () => {
  const { timers, broker, heard, listen } = createBroker();
  const [client, other] = [broker.connect(), broker.connect()];
  const stop = client.subscribe("a", listen("stopped"), { group: "g" });
  client.subscribe("b", listen("kept"));
  timers.advance(1);
  stop();
  client.disconnect();
  client.reconnect();
  timers.advance(1);
  other.publish("a", nothing);
  other.publish("b", nothing);
  timers.advance(2);
  expect(heard).toEqual(["kept"]);
});
