import { importFields } from "@/lib/exchange/import/import-fields"

/** What a column can mean, for a select. */
export const importFieldChoices = Object.entries(importFields).map(([value, { label }]) => ({ value, label }))
