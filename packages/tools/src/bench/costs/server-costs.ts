import { landmarkFrameLength } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import { launchServer, readMetrics } from "@signify/server/launch";
import { handPicture } from "../pictures.ts";
import { round } from "../statistics.ts";

const environment = { MAX_CONNECTIONS: "1000", MAX_CONNECTIONS_PER_ADDRESS: "1000" };
const seconds = 6;
const framesPerSecond = 10;

/** Milliseconds of the server process for each frame, by what learners send; its vision processes are not in it. */
export async function measureServerCosts() {
  const jpeg = await handPicture();
  return {
    picture: await costOfFrame(8, (header) => encodeFrame({ kind: "picture", ...header, jpeg })),
    landmarks: await costOfFrame(60, (header) =>
      encodeFrame({ kind: "landmarks", ...header, landmarks: someLandmarks(header.sequence) }),
    ),
  };
}

type Header = { sequence: number; capturedAt: number; mirrored: boolean };

/** A left hand's 21 points on a slow circle: a new reading each frame. */
function someLandmarks(sequence: number): Float32Array {
  return Float32Array.from({ length: landmarkFrameLength }, (_, index) =>
    index < landmarkFrameLength / 2 ? 0.5 + 0.2 * Math.sin(index + sequence / 20) : 0,
  );
}

async function costOfFrame(
  learners: number,
  frameOf: (header: Header) => Uint8Array<ArrayBuffer>,
): Promise<object> {
  await using server = await launchServer({ environment });
  let bytesBack = 0;
  let repliesBack = 0;
  const sockets = await Promise.all(
    Array.from({ length: learners }, async () => {
      const socket = new WebSocket(`${server.url}v1/recognize`);
      await new Promise<unknown>((resolve, reject) =>
        Object.assign(socket, { onopen: resolve, onerror: reject }),
      );
      socket.onmessage = ({ data }) => {
        bytesBack += String(data).length;
        repliesBack += 1;
      };
      socket.send(JSON.stringify({ type: "session.start", target: "A", events: [] }));
      return socket;
    }),
  );
  let sequence = 0;
  const stream = async (seconds: number) => {
    const start = performance.now();
    const frames = seconds * framesPerSecond * learners;
    for (let frame = 0; frame < frames; frame++) {
      const wait = start + (1000 * frame) / (framesPerSecond * learners) - performance.now();
      if (wait > 1) await Bun.sleep(wait);
      const header = { sequence: sequence++, capturedAt: performance.now(), mirrored: false };
      sockets[frame % learners]?.send(frameOf(header));
    }
  };
  await stream(3);
  [bytesBack, repliesBack] = [0, 0];
  const before = await readMetrics(server);
  await stream(seconds);
  const after = await readMetrics(server);
  for (const socket of sockets) socket.close();
  const gained = (name: string) => (after.get(name) ?? Number.NaN) - (before.get(name) ?? 0);
  return {
    learners,
    milliseconds: round(
      (1000 * gained("process_cpu_seconds_total")) / gained("signify_frames_accepted_total"),
    ),
    bytesOfReply: Math.round(bytesBack / repliesBack),
    repliesPerFrame: round(repliesBack / gained("signify_frames_accepted_total")),
  };
}
