/** What the cells of a list are drawn against: who looks, and when. */
export const cellAround = (viewerId: string, now: Date) => ({ viewerId, now: now.getTime() })
