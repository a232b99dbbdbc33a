/** A word that is in whatever is sent, and must be in nothing that comes back or is written anywhere. */
export const marker = "MARKER";
