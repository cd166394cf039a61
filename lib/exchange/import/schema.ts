import { z } from "zod"
import { Policy } from "./policy"
import { mostBytes } from "./read-file"

export const BeginImport = z.object({
  name: z.string().trim().min(1).max(200),
  size: z.coerce.number().int().min(1, "The file is empty.").max(mostBytes, "The file is larger than 50 MB. Split it."),
})
export type BeginImport = z.infer<typeof BeginImport>

export const OneImport = z.object({ id: z.uuid() })
export type OneImport = z.infer<typeof OneImport>

export const MapColumns = z.object({ id: z.uuid(), mapping: z.array(z.string().max(40).nullable()).max(300) })
export type MapColumns = z.infer<typeof MapColumns>

export const SetPolicy = Policy.extend({ id: z.uuid() })
export type SetPolicy = z.infer<typeof SetPolicy>
