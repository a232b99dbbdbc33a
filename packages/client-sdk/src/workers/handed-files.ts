const types: Record<string, string> = { wasm: "application/wasm", json: "application/json" };

/**
 * Has `fetch` answer for these files from memory, each of them once, so that a library that only takes addresses gets
 * what the page has loaded. Everything else is fetched as before.
 */
export function answerFromMemory(
  scope: { fetch?: typeof fetch },
  files: ReadonlyMap<string, ArrayBuffer>,
): void {
  const unread = new Map(files);
  const network = scope.fetch?.bind(scope);
  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    const bytes = unread.get(address);
    if (!bytes) return (network ?? fetch)(input, init);
    unread.delete(address);
    const ending =
      address
        .replace(/[?#].*/, "")
        .split(".")
        .at(-1) ?? "";
    return new Response(bytes, { headers: { "content-type": types[ending] ?? "application/octet-stream" } });
  };
  scope.fetch = answer as typeof fetch;
}
