/**
 * What a process that reads strangers' pictures is told: none of the server's settings, its token least of all, and
 * where its programs are. It keeps no compiled code, because it writes no file.
 */
export const visionEnvironment = { PATH: process.env.PATH, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" };
