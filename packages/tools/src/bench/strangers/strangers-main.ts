import type { StrangerSocket } from "../../strangers/index.ts";
import type { FromStrangers, StrangersOrder } from "./messages.ts";
import { strangersNamed } from "./stranger-table.ts";

/** The program of strangers of the kind that it is given: they have a process of their own, so that they hold up nobody's measuring. */

const pause = 25;
const come: FromStrangers = { connections: 0, thrownOut: 0, turnedAway: 0 };
const kind = await strangersNamed(process.argv[2]);

process.on("message", (order: StrangersOrder | "report") => {
  if (order === "report") return process.send?.(come);
  for (let stranger = 0; stranger < order.count; stranger++) enter(order);
});
process.send?.("ready");

/** Connects, sends until it is thrown out, and comes back at once if it is ordered to. */
function enter(order: StrangersOrder): void {
  const socket = new WebSocket(new URL(kind.path, order.url)) as WebSocket & StrangerSocket;
  let timer: Timer | undefined;
  socket.onopen = () => {
    come.connections += 1;
    if (kind.hello) socket.send(kind.hello);
    const flood = () => kind.send(socket);
    timer = setInterval(flood, pause);
    flood();
  };
  socket.onclose = ({ code }) => {
    clearInterval(timer);
    if (code === 1008) come.thrownOut += 1;
    else come.turnedAway += 1;
    if (order.reconnect) enter(order);
  };
}
