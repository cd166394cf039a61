import { z } from "zod"
import { bulkKindNames, bulkLists, mostTicked } from "./kinds"

/** Which records are meant: those that were ticked, or all that a view holds, with its search and filter, as its URL says. */
const chosen = {
  list: z.enum(bulkLists),
  scope: z.enum(["ticked", "all"]),
  ids: z
    .array(z.uuid())
    .max(mostTicked, "Tick at most 5,000 records, or select all that match.")
    .default([])
    .transform((ids) => [...new Set(ids)]),
  view: z.string().max(8000).default(""),
}

/** `isStraight`: begin at once where every record is ready, without another look. */
export const BeginRun = z.object({
  ...chosen,
  kind: z.enum(bulkKindNames),
  input: z.record(z.string().max(40), z.string().max(8000, "Keep this shorter")).default({}),
  isStraight: z.boolean().default(false),
})
export type BeginRun = z.output<typeof BeginRun>

export const OneRun = z.object({ id: z.uuid() })
export type OneRun = z.output<typeof OneRun>

/** What is chosen for a record: `new`, `skip`, or something of what was found, such as `ask` for a second person. */
const choice = z.string().max(60)
export const ChooseItem = z.object({ id: z.uuid(), place: z.int().positive(), choice })
export type ChooseItem = z.output<typeof ChooseItem>

/** One choice for all of a group: make new ones, use the best match, leave them out; or ask for a second person, or leave those out. */
export const ChooseAll = z.union([
  z.object({ id: z.uuid(), group: z.literal("choose"), choice: z.enum(["new", "best", "skip"]) }),
  z.object({ id: z.uuid(), group: z.literal("second"), choice: z.enum(["ask", "skip"]) }),
])
export type ChooseAll = z.output<typeof ChooseAll>
