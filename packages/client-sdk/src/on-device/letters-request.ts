/** First call of the letters worker; it answers the parsed `description`. */
export type LoadLetters = { type: "load"; model: string; description: string };

/** A window to read: [32, 42, 3] in picture heights. A copy, given away. */
export type ReadLetters = { type: "read"; window: Float32Array };

/** What the letters worker is asked. */
export type LettersRequest = LoadLetters | ReadLetters;
