import { z } from "zod"
import { staffRoles } from "@/lib/identity/permissions"
import { lineOf, wholeNumber } from "@/lib/platform/form-shapes"
import { workListKeys } from "./work-shapes"

const name = lineOf("name", 80, "Enter a name")
const version = wholeNumber("Reload the page and try again", 1, 2_147_483_647)
/** The parameters of a URL, as text. */
const definition = z.string().max(12_000, "The view is too large to be saved")
/** Who sees it: `personal`, `shared`, or the role whose list opens with it. */
const audience = z.enum(["personal", "shared", ...staffRoles], "Choose who sees it")

export const SaveView = z.object({ list: z.enum(workListKeys), name, audience, definition })
export const UpdateView = z.object({ viewId: z.uuid(), version, definition })
export const EditView = z.object({ viewId: z.uuid(), version, name, audience })
export const DeleteView = z.object({ viewId: z.uuid(), version })

export type SaveView = z.output<typeof SaveView>
export type UpdateView = z.output<typeof UpdateView>
export type EditView = z.output<typeof EditView>
export type DeleteView = z.output<typeof DeleteView>
export type Audience = SaveView["audience"]
