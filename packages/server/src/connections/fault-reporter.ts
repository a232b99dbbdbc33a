import { type Clock, SignifyError } from "@signify/core";
import type { Outbox } from "./outbox.ts";
import { createTokenBucket } from "./token-bucket.ts";

/** Tells one client what went wrong. */
export type FaultReporter = (fault: unknown, sequence?: number) => void;

/** Options of {@link createFaultReporter}. */
export type FaultReporterOptions = {
  outbox: Outbox;
  clock: Clock;
  /** Writes an error in the words of the client's protocol. */
  format: (error: SignifyError, sequence?: number) => string;
  /** Told of every fault, also of those that the client is not told of. */
  onFault: (error: SignifyError) => void;
};

/**
 * The client's own faults are told in full, ours without detail; "too fast" at most once a second, so that a flood of
 * frames is not answered with a flood of errors.
 */
export function createFaultReporter(options: FaultReporterOptions): FaultReporter {
  const notices = createTokenBucket({ rate: 1, clock: options.clock });
  return (fault, sequence) => {
    const error = clientError(fault);
    options.onFault(error);
    if (error.code !== "too-fast" || notices.take()) options.outbox.sendNow(options.format(error, sequence));
  };
}

function clientError(fault: unknown): SignifyError {
  if (SignifyError.isInstance(fault)) return fault;
  return new SignifyError("internal", "The server could not read this frame.", { cause: fault });
}
