/** What the strangers' process is told: where they go, and whether those who were thrown out come back at once. */
export type StrangersOrder = { url: string; count: number; reconnect: boolean };

/** What came of it so far: connections that were opened, and how those and others ended. */
export type FromStrangers = { connections: number; thrownOut: number; turnedAway: number };
