/** A number with its noun: "1 lead", "1,200 leads". */
export const counted = (count: number, noun: string): string => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`
