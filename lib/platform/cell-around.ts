import { env } from "./env"

/** What the cells of a list are drawn against: who looks, when, and how many days a decision may take. */
export const cellAround = (viewerId: string, now: Date) => ({ viewerId, now: now.getTime(), targetDays: env().DECISION_TARGET_DAYS })
