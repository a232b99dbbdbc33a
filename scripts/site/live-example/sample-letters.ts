/** Letters whose drawn hand is there to be tried. */
export const sampleLetters = ["A", "B", "C", "I", "L", "V", "W", "Y"] as const;
