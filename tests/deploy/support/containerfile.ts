import { deployText } from "./deploy-file.ts";

/** What `deploy/container/Containerfile` says, as far as a machine without containers can follow it. */
export type Containerfile = {
  /** Shell commands of the build stage, in order. */
  buildCommands: string[];
  /** What the image takes from the build stage: paths under the working directory, and where to. */
  copies: { from: string[]; to: string }[];
  /** The program and its arguments. */
  command: string[];
  healthCheck: string[];
};

/** Reads the Containerfile. */
export function readContainerfile(): Containerfile {
  const text = deployText("container/Containerfile").replaceAll(/\s*\\\n\s*/g, " ");
  const copies = [...text.matchAll(/^COPY --from=build (.+) (\S+)$/gm)].map(([, from = "", to = ""]) => ({
    from: from.split(" ").map((path) => path.replace(/^\/signify\//, "")),
    to,
  }));
  return {
    buildCommands: [...text.matchAll(/^RUN (.+)$/gm)].map(([, command = ""]) => command),
    copies,
    command: arrayAfter(text, /^CMD (\[.*\])$/m),
    healthCheck: arrayAfter(text, /^HEALTHCHECK .* CMD (\[.*\])$/m),
  };
}

function arrayAfter(text: string, line: RegExp): string[] {
  const found = line.exec(text)?.[1];
  if (!found) throw new Error(`Expected a line of the Containerfile like ${line}.`);
  return JSON.parse(found) as string[];
}

/** Whether a path of the repository is kept out of the build, by the patterns of `Containerfile.dockerignore`. */
export function ignoredByBuild(): (path: string) => boolean {
  const patterns = deployText("container/Containerfile.dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((pattern) => new Bun.Glob(pattern));
  return (path) => patterns.some((pattern) => pattern.match(path));
}
