import type { Fields } from "@/lib/platform/fields"

/** What policies may ask of a lead beside the fields of the list, answered by matching. */
export const likenessFields = {
  likeDisqualified: { label: "Like a disqualified lead", kind: "yes-no" },
  likeKnown: { label: "Like an account or contact", kind: "yes-no" },
} as const satisfies Fields

/** Everything that matching answers: those, and the list's own word of possible duplicates. */
export const likenesses = ["duplicates", "likeDisqualified", "likeKnown"] as const
export type Likeness = (typeof likenesses)[number]
