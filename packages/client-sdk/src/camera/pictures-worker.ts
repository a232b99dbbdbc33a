import { serveCalls, type WorkerScope } from "../workers/serve-calls.ts";
import { encodeJpeg } from "./encode-jpeg.ts";
import type { EncodeRequest } from "./pictures-request.ts";

// The program of the worker that makes JPEGs.

serveCalls(self as unknown as WorkerScope, async (request) => {
  const result = await encodeJpeg(request as EncodeRequest);
  return { result, transfer: [result.buffer] };
});
