/** Milliseconds that a program may take, such as Metro on two cores that ten others use: nothing waits for it unless it hangs. */
export const longestProgram = 600_000;

/** Milliseconds that a test may take, which runs some of them one after the other. */
export const longestTest = 1_200_000;
