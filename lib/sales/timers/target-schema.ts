import { z } from "zod"
import { wholeNumber } from "@/lib/platform/form-shapes"
import { type Rating, ratings, type Source, sources } from "../choices"

const none = z.literal("").transform(() => null)
const number = (words: string, most: number) =>
  z
    .union(
      [
        z
          .string()
          .trim()
          .regex(/^\d{1,5}([.,]\d{1,2})?$/, words),
        z.number(),
      ],
      words,
    )
    .transform((typed) => Number(String(typed).replace(",", ".")))
    .pipe(z.number(words).positive(words).max(most, words))

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as [Key, ...Key[]]
const orNone = <Value extends z.ZodType>(value: Value, words: string) =>
  z
    .union([none, value], words)
    .nullish()
    .transform((given) => given ?? null)

const fields = {
  rating: orNone(z.enum(keysOf<Rating>(ratings)), "Choose a rating"),
  source: orNone(z.enum(keysOf<Source>(sources)), "Choose a source"),
  responseHours: number("Enter hours, such as 4 or 0.5", 9999),
  decisionDays: orNone(number("Enter working days, such as 10", 999), "Enter working days, such as 10, or leave it empty"),
  warnAt: wholeNumber("Enter a percentage from 1 to 99", 1, 99),
  calendarId: orNone(z.uuid(), "Choose business hours"),
}

export const AddTarget = z.object(fields)
export type AddTarget = z.output<typeof AddTarget>

export const TargetRef = z.object({ targetId: z.uuid() })
export type TargetRef = z.output<typeof TargetRef>

export const EditTarget = TargetRef.extend({ ...fields, version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) })
export type EditTarget = z.output<typeof EditTarget>

export const MoveTarget = TargetRef.extend({ to: z.enum(["up", "down"]) })
export type MoveTarget = z.output<typeof MoveTarget>
