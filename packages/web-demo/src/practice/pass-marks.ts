/** The pass marks that a teacher chooses from: least probabilities that count as the letter, 0..1. */
export const passMarks = { lenient: 0.55, usual: 0.7, strict: 0.85 } as const;
