import { z } from "zod"

const whole = (words: string, least: number, most: number) =>
  z.union([z.string().trim(), z.number()]).transform(Number).pipe(z.int(words).min(least, words).max(most, words))

export const ChangeNumberSequence = z.object({
  kind: z.enum(["prospect", "customer", "hierarchy"]),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9/-]{0,9}$/, "Start with a letter; then letters, digits, hyphens and slashes, ten signs at most"),
  digits: whole("Enter a whole number from 3 to 12", 3, 12),
  next: whole("Enter a whole number from 1 to 999,999,999", 1, 999_999_999),
  version: whole("Reload the page and try again", 1, 2_147_483_647),
})
export type ChangeNumberSequence = z.output<typeof ChangeNumberSequence>
