/** Until somebody says the hour: how long the letters and the undo of a run wait while the run goes on. */
export const untilReleased = new Date("9999-01-01T00:00:00Z")

export const isHeldByRun = (until: Date): boolean => until.getTime() >= untilReleased.getTime()
