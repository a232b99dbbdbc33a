import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@signify/tools/processes";
import { until } from "../../support/with-deadline.ts";
import { deployText } from "./deploy-file.ts";
import { runProgram, startProgram } from "./program.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** nginx as `deploy/nginx` has it, on free ports of the loopback, with a certificate made for the test. */
export type RunningProxy = AsyncDisposable & {
  /** Ports of TLS and of plain HTTP. */
  readonly ports: { readonly tls: number; readonly plain: number };
  /** The certificate to trust, PEM. */
  readonly certificate: string;
  /** What it has logged: requests and errors. */
  readLog(): { requests: string; errors: string };
};

/** Starts nginx in front of servers on these ports of 127.0.0.1, and waits until it takes connections. */
export async function startProxy(servers: readonly [number, number]): Promise<RunningProxy> {
  const folder = createTemporaryFolder();
  const ports = { tls: freePort(), plain: freePort() };
  await makeCertificate(folder.path);
  folder.write(
    "conf.d/signify.conf",
    deployText("nginx/signify.conf", {
      "listen 80;": `listen 127.0.0.1:${ports.plain};`,
      "listen [::]:80;": `listen [::1]:${ports.plain};`,
      "listen 443 ssl;": `listen 127.0.0.1:${ports.tls} ssl;`,
      "listen [::]:443 ssl;": `listen [::1]:${ports.tls} ssl;`,
      "/etc/nginx/signify/": `${folder.path}/`,
      "/var/log/nginx/": `${folder.path}/`,
    }),
  );
  folder.write(
    "conf.d/upstream.conf",
    deployText("nginx/upstream.conf", {
      "192.0.2.11:8765": `127.0.0.1:${servers[0]}`,
      "192.0.2.12:8765": `127.0.0.1:${servers[1]}`,
    }),
  );
  const configuration = folder.write("nginx.conf", mainConfiguration(folder.path));
  const nginx = startProgram("nginx", "-p", folder.path, "-c", configuration);
  await until("nginx to answer", async () => {
    const isOver = await Promise.race([nginx.exited.then(() => true), Promise.resolve(false)]);
    if (isOver) throw new Error(`nginx ended: ${nginx.said}`);
    return await fetch(`http://127.0.0.1:${ports.plain}/`, { redirect: "manual" }).catch(() => undefined);
  });
  return {
    ports,
    certificate: readFileSync(join(folder.path, "fullchain.pem"), "utf8"),
    readLog: () => ({
      requests: readFileSync(join(folder.path, "signify.log"), "utf8"),
      errors: nginx.said + readFileSync(join(folder.path, "signify-error.log"), "utf8"),
    }),
    async [Symbol.asyncDispose]() {
      await nginx[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** What stands in a distribution's own `nginx.conf`: here with nothing outside of the test's folder. */
function mainConfiguration(folder: string): string {
  const written = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    "daemon off;",
    "worker_processes 1;",
    // As root, nginx would give its workers to a user who may not look into the test's folder.
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    `pid ${folder}/nginx.pid;`,
    "error_log stderr error;",
    "events { worker_connections 1024; }",
    "http {",
    ...written.map((name) => `${name}_temp_path ${folder}/${name};`),
    "access_log off;",
    `include ${folder}/conf.d/*.conf;`,
    "}",
  ].join("\n");
}

/** A certificate for the loopback, signed by itself. */
async function makeCertificate(folder: string): Promise<void> {
  const { code, said } = await runProgram(
    ...["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
    ...[
      "-days",
      "1",
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1",
    ],
    ...["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")],
  );
  if (code !== 0) throw new Error(`openssl made no certificate: ${said}`);
}
