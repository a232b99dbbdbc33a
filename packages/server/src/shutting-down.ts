import { SignifyError } from "@signify/core";

/** What whoever comes while the server stops is told, whichever part of it they reach. */
export const shuttingDown = new SignifyError("shutting-down", "The server is shutting down.");
