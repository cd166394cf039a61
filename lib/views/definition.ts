import { viewDefinition } from "@/lib/platform/list-href"
import { readListQuery, type SearchParams, type WorkShape } from "@/lib/platform/list-query"

export type Definition = Record<string, string>

/** A view's definition as this list understands it today; what names no field, order or group any more falls away. */
export const readDefinition = (shape: WorkShape, given: SearchParams): Definition => viewDefinition(shape, readListQuery(shape, given))

/** The same from the text of a form: the parameters of a URL. */
export const parseDefinition = (shape: WorkShape, text: string): Definition =>
  readDefinition(shape, Object.fromEntries(new URLSearchParams(text)))

/** A definition as text for a form. */
export const definitionText = (definition: Definition): string => new URLSearchParams(definition).toString()
