import { z } from "zod"

const text = z.string().max(300).default("")

export const NewAccount = z.object({ name: text, website: text, taxId: text, email: text, phone: text, country: text, city: text })
export type NewAccount = z.output<typeof NewAccount>
