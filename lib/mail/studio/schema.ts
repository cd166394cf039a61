import { z } from "zod"
import { cleanText, textProblem } from "@/lib/platform/clean-text"
import { lineOf, lineOrNull, wholeNumber } from "@/lib/platform/form-shapes"
import { letterNames } from "../house-letters"
import { letterLanguages } from "../letter-languages"

/** How long a letter may get. */
export const mostBody = 8000
export const mostSubject = 200

const letter = z.enum(letterNames, "There is no such letter")
const language = z.enum(letterLanguages, "Choose a language")
const number = wholeNumber("Reload the page and try again", 0, 2_147_483_647)

/** A draft may be empty: what it lacks is said when it is to be published. */
const draft = (name: string, max: number, lines: boolean) =>
  z
    .string()
    .transform((text) => (lines ? cleanText(text) : text.replace(/\s+/g, " ").trim()))
    .superRefine((text, check) => {
      const problem = textProblem(text, { max, lines })
      if (problem) check.addIssue({ code: "custom", message: `The ${name} ${problem}.` })
    })

const which = { profileId: z.uuid(), letter, language }
const words = { subject: draft("subject", mostSubject, false), body: draft("letter", mostBody, true) }

/** Which words are meant, and in which version of their draft they were seen. */
export const TextRef = z.object({ ...which, draftVersion: number })
export type TextRef = z.output<typeof TextRef>

export const WriteText = z.object({ ...which, draftVersion: number, ...words })
export type WriteText = z.output<typeof WriteText>

export const RestoreText = z.object({ ...which, draftVersion: number, number })
export type RestoreText = z.output<typeof RestoreText>

export const SendTest = z.object({ ...which, ...words, prospectId: z.union([z.literal("").transform(() => null), z.uuid()]) })
export type SendTest = z.output<typeof SendTest>

export const SetLetter = z.object({ profileId: z.uuid(), letter, mode: z.enum(["automatic", "held", "silent"], "Choose how it is sent") })
export type SetLetter = z.output<typeof SetLetter>

const addressOrNull = (name: string) =>
  lineOrNull(name, 254).pipe(z.union([z.null(), z.email("Enter an address, or leave it empty")], "Enter an address, or leave it empty"))

const profile = {
  name: lineOf("name", 60, "Enter a name"),
  senderName: lineOrNull("sender’s name", 80),
  senderAddress: addressOrNull("sender’s address"),
  replyTo: addressOrNull("address for answers"),
  defaultLanguage: language,
}

export const AddProfile = z.object(profile)
export type AddProfile = z.output<typeof AddProfile>

const profileRef = { profileId: z.uuid(), version: number }
export const EditProfile = z.object({ ...profile, ...profileRef })
export type EditProfile = z.output<typeof EditProfile>
export const ProfileRef = z.object(profileRef)
export type ProfileRef = z.output<typeof ProfileRef>

/** `file`: the text of a file of letters. */
export const ImportWords = z.object({
  profileId: z.uuid(),
  file: z.string("Choose a file").min(1, "Choose a file").max(2_000_000, "The file is too large"),
})
export type ImportWords = z.output<typeof ImportWords>
