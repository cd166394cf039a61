/** Says what time it is; tests say it themselves. */
export type Clock = () => Date

export const wallClock: Clock = () => new Date()
