import { z } from "zod"
import { idList, linesOf, wholeNumber } from "@/lib/platform/form-shapes"

const text = linesOf("message", 4000, "Write something first")
const mentions = idList(50).optional()
const message = { messageId: z.uuid(), version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) }

export const WriteMessage = z.object({ prospectId: z.uuid(), text, mentions })
export type WriteMessage = z.output<typeof WriteMessage>

export const EditMessage = z.object({ ...message, text, mentions })
export type EditMessage = z.output<typeof EditMessage>

export const MessageRef = z.object(message)
export type MessageRef = z.output<typeof MessageRef>

/** `until`: the newest message that was seen. */
export const ReadThread = z.object({ prospectId: z.uuid(), until: z.uuid() })
export type ReadThread = z.output<typeof ReadThread>
