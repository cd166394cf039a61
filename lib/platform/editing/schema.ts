import { z } from "zod"

const values = z.record(z.string().max(40), z.string().max(8000, "Keep this shorter").nullable())

/** One edit of a record: the version that was shown, what was typed by field, and what stood there while it was typed. */
export const EditRecord = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  changes: values.refine((changes) => Object.keys(changes).length > 0, "Nothing was changed"),
  base: values.default({}),
})
export type EditRecord = z.infer<typeof EditRecord>
