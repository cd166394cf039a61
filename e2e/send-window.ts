/** For how long a decision can be undone here, in seconds: long enough to press Undo on a slow machine, short enough to wait for the letter. */
export const sendWindowSeconds = 8
