/** Whether a host name, as a `URL` has it, is the machine itself for whoever asks. */
export function isOwnMachine(name: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(name);
}
