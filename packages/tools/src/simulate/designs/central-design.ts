import type { WaitingConnections } from "../simulated-server.ts";
import type { Design, DesignOptions } from "./design.ts";

/**
 * One who knows of every waiting connection and every free process, and whom nothing takes time: what no cluster can be
 * better than.
 */
export function createCentralDesign(options: DesignOptions): Design {
  const { time, random, serviceTimes, onLooked } = options;
  /** A server stands here once for each of its connections that waits. */
  const line: WaitingConnections[] = [];
  const servers: WaitingConnections[] = [];
  const broken = new Set<WaitingConnections | undefined>();
  let free = options.workers * options.processes;

  const serve = () => {
    while (free > 0) {
      const picture = line.shift()?.take();
      if (!picture) return;
      free -= 1;
      picture.begin();
      const milliseconds = serviceTimes.draw(random);
      time.timers.after(milliseconds, () => {
        onLooked(milliseconds);
        free += 1;
        picture.end(true);
        serve();
      });
    }
  };

  return {
    connect(server) {
      servers.push(server);
      return () => {
        if (broken.has(server)) return;
        line.push(server);
        serve();
      };
    },
    breakWorker() {
      free -= options.processes;
    },
    breakServer(index) {
      broken.add(servers[index]);
    },
    figures: () => ({ published: 0, delivered: 0, subscribed: 0, offers: {} }),
  };
}
