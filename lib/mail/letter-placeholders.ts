import { placeholders as ofMessages } from "./messages/placeholders"

/** What a letter may name, and what it stands for: the original's own names first, then ours. */
export const letterPlaceholders = {
  ...ofMessages,
  link: "The reader’s private link",
  reason: "The reason of the decision",
  note: "The note to the applicant",
  name: "Full name",
  button: "What the link does: set a password, accept, sign in",
  days: "Days for which the link is open",
  until: "The day on which the request expires",
  ongoing: "The number under which a merged request goes on",
  minutes: "Minutes for which the link is open",
  addedby: "Who added the user",
  role: "The role",
  limit: "The credit limit",
  from: "The day from which it holds",
  subject: "The subject that the writer chose",
  text: "What the writer wrote",
  writer: "Who wrote it",
  run: "What was done to many records",
  by: "Who did it",
  headline: "How many leads were escalated",
  leads: "The escalated leads, one a line",
} as const

export type LetterPlaceholder = keyof typeof letterPlaceholders

export const isLetterPlaceholder = (name: string): name is LetterPlaceholder => Object.hasOwn(letterPlaceholders, name)
