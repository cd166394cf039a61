import { z } from "zod"
import { lineOf, lineOrNull, wholeNumber } from "@/lib/platform/form-shapes"
import { normaliseWebsite, websiteProblem } from "@/lib/platform/website"
import { storeLanguages } from "./languages"
import { slugForm } from "./slug"

/** Addresses under /request that are pages of the house. */
const taken = new Set(["at", "received", "status"])

const form = {
  name: lineOf("name", 60, "Enter a name"),
  storeUrl: lineOrNull("address", 200)
    .superRefine((url, check) => {
      const problem = url && websiteProblem(url)
      if (problem) check.addIssue({ code: "custom", message: problem })
    })
    .transform((url) => url && normaliseWebsite(url)),
  languages: z
    .string()
    .max(100)
    .transform((text) => storeLanguages.filter((code) => text.split(",").includes(code)))
    .refine((codes) => codes.length > 0, "Choose at least one language"),
  defaultLanguage: z.enum(storeLanguages, "Choose the default language"),
  formSlug: z
    .string()
    .trim()
    .toLowerCase()
    .max(40, "Use at most 40 characters")
    .regex(slugForm, "Use letters from a to z, digits, and hyphens between them")
    .refine((slug) => !taken.has(slug), "This address is a page of its own. Choose another one"),
  intro: lineOrNull("introduction", 300),
  /** None: the house's letters. */
  letterProfileId: z.union([z.literal("").transform(() => null), z.uuid("Choose the letters")]).default(null),
}

type Languages = { languages: readonly string[]; defaultLanguage: string }
const writesItsDefault = ({ languages, defaultLanguage }: Languages) => languages.length === 0 || languages.includes(defaultLanguage)
const notWritten = { path: ["defaultLanguage"], message: "The default is one of its languages" }

export const AddChannel = z.object(form).refine(writesItsDefault, notWritten)
export type AddChannel = z.output<typeof AddChannel>

const ref = { channelId: z.uuid(), version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) }

export const EditChannel = z.object({ ...form, ...ref }).refine(writesItsDefault, notWritten)
export type EditChannel = z.output<typeof EditChannel>

export const ChannelRef = z.object(ref)
export type ChannelRef = z.output<typeof ChannelRef>
