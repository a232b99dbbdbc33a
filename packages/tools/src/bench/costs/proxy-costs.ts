import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../processes/free-port.ts";
import { childrenOf, processorTime, residentMegabytes } from "../../processes/processes.ts";
import { handPicture } from "../pictures.ts";
import { round } from "../statistics.ts";

const learners = 100;
const framesPerSecond = 10;
const seconds = 6;
/** Bytes of an answer, about. */
const answerLength = 600;

/** Milliseconds of nginx's processor time for a frame and its answer, through TLS and a WebSocket. */
export async function measureProxy() {
  const picture = await handPicture();
  return {
    picture: await costOfFrame(new Uint8Array(picture)),
    landmarks: await costOfFrame(new Uint8Array(520)),
  };
}

async function costOfFrame(frame: Uint8Array<ArrayBuffer>) {
  const answer = "x".repeat(answerLength);
  const upstream = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: (request, server) => (server.upgrade(request) ? undefined : new Response("no WebSocket")),
    websocket: { message: (socket) => void socket.send(answer) },
  });
  const folder = mkdtempSync(join(tmpdir(), "signify-proxy-"));
  const port = freePort();
  makeCertificate(folder);
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, upstream.port ?? 0));
  const nginx = Bun.spawn(["nginx", "-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  const ca = readFileSync(join(folder, "certificate.pem"), "utf8");
  const sockets = await Promise.all(
    Array.from({ length: learners }, () => open(`wss://127.0.0.1:${port}/`, ca)),
  );

  const start = performance.now();
  const frames = seconds * framesPerSecond * learners;
  const used = () => childrenOf(nginx.pid).reduce((sum, pid) => sum + processorTime(pid), 0);
  const before = used();
  for (let sent = 0; sent < frames; sent++) {
    const wait = start + (1000 * sent) / (framesPerSecond * learners) - performance.now();
    if (wait > 1) await Bun.sleep(wait);
    sockets[sent % learners]?.send(frame);
  }
  const milliseconds = round((used() - before) / frames);
  const megabytes = round(childrenOf(nginx.pid).reduce((sum, pid) => sum + residentMegabytes(pid), 0));
  for (const socket of sockets) socket.close();
  nginx.kill();
  await nginx.exited;
  await upstream.stop(true);
  rmSync(folder, { recursive: true });
  return { bytes: frame.length, milliseconds, megabytes };
}

/** Opens as soon as nginx listens. */
async function open(url: string, ca: string): Promise<WebSocket> {
  for (let attempt = 0; ; attempt++) {
    // Bun takes options in the place of the protocols that browsers take.
    const socket = new WebSocket(url, { tls: { ca } } as unknown as string[]);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.onopen = () => resolve(true);
      socket.onerror = () => resolve(false);
    });
    if (isOpen) return socket;
    if (attempt > 50) throw new Error("Expected nginx to take connections.");
    await Bun.sleep(100);
  }
}

function configuration(folder: string, port: number, upstream: number): string {
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr error;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/certificate.pem;
    ssl_certificate_key ${folder}/key.pem;
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection upgrade;
    }
  }
}`;
}

function makeCertificate(folder: string): void {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const files = ["-keyout", `${folder}/key.pem`, "-out", `${folder}/certificate.pem`];
  const { success } = Bun.spawnSync(["openssl", "req", "-x509", ...key, ...subject, ...files]);
  if (!success) throw new Error("Expected openssl to make a certificate.");
}
