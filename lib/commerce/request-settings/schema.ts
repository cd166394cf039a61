import { z } from "zod"
import { cleanLine } from "@/lib/platform/clean-text"
import { lineOf, wholeNumber } from "@/lib/platform/form-shapes"

const mostReasons = 20
const longest = 500

/** A reason a line; blank lines and repeats are left out. */
const reasons = z
  .string()
  .max(mostReasons * (longest + 2), "These are too many words")
  .transform((text) => [...new Set(text.split("\n").map(cleanLine).filter(Boolean))])
  .pipe(
    z
      .array(lineOf("reason", longest, "Give at least one reason"))
      .min(1, "Give at least one reason")
      .max(mostReasons, `Give at most ${mostReasons} reasons`),
  )

const days = (least: number, most: number) =>
  z
    .union([z.literal("").transform(() => null), wholeNumber(`Enter whole days, from ${least} to ${most}`, least, most)])
    .nullish()
    .transform((given) => given ?? null)

const remindsFirst = "A request expires after its applicant was reminded: give fewer days to the reminder"
const pairs = [
  ["remindAfterDays", "expireAfterDays"],
  ["askRemindAfterDays", "askExpireAfterDays"],
] as const

export const ChangeRequestSettings = z
  .object({
    version: wholeNumber("Reload the page and try again", 1, 2_147_483_647),
    rejectReasons: reasons,
    remindAfterDays: days(1, 365),
    staffAfterDays: days(1, 365),
    expireAfterDays: days(2, 730),
    askRemindAfterDays: days(1, 365),
    askExpireAfterDays: days(2, 730),
  })
  .superRefine((given, check) => {
    for (const [remind, expire] of pairs) {
      const [reminds, expires] = [given[remind], given[expire]]
      if (expires === null || (reminds !== null && reminds < expires)) continue
      check.addIssue({ code: "custom", path: [reminds === null ? remind : expire], message: remindsFirst })
    }
  })
export type ChangeRequestSettings = z.output<typeof ChangeRequestSettings>
