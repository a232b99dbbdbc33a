import type { SignifyError } from "@signify/core";
import type { TroubleReason } from "./client-event.ts";

/** What an error of whoever should give frames is to the client. */
export function troubleReason({ code }: SignifyError): TroubleReason {
  return code === "pictures-failed" || code === "hands-failed" ? code : "camera-lost";
}
