import { momentText } from "@/lib/platform/moment-text"

/** A day without a zone, as the audit tells it: "20 Feb 2027". */
export const dayText = (day: Date | string): string => momentText(new Date(day), "day")
