import { z } from "zod"

const text = z.string().max(300).default("")

export const NewContact = z.object({ accountId: z.uuid(), firstName: text, lastName: text, jobTitle: text, email: text, phone: text })
export type NewContact = z.output<typeof NewContact>
