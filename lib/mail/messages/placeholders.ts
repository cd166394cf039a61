/** What a template may name, and what it stands for: the original's own names, and reference and link, which are ours. */
export const placeholders = {
  firstname: "First name",
  lastname: "Last name",
  company: "Company name",
  email: "Email",
  zipcode: "ZIP/postal code",
  comments: "Comments of the request",
  storename: "Name of the store",
  storeurl: "Address of the store",
  reference: "Number of the request",
  link: "The applicant's private link",
} as const

export type Placeholder = keyof typeof placeholders

/** What each stands for in one message. The private link is put in when the letter leaves, so that no draft ever holds it. */
export type PlaceholderValues = Record<Exclude<Placeholder, "link">, string>

const mark = /%([a-z]+)%/g
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholders, name)

/** A text with what its placeholders stand for. A value that looks like a placeholder is not filled in turn, and no value brings a private link along. */
export function fillPlaceholders(text: string, values: PlaceholderValues, link = "%link%"): string {
  return text.replace(mark, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole
    return name === "link" ? link : values[name].replaceAll("%link%", "link")
  })
}

export const namesLink = (text: string): boolean => text.includes("%link%")

/** What looks like a placeholder and is none, as it was typed. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(mark)].flatMap(([whole, name = ""]) => (isPlaceholder(name) ? [] : [whole]))),
]

/** The words of a question with the way to answer it, where they do not name it. */
export const withAnswerLink = (text: string): string => (namesLink(text) ? text : `${text}\n\nYou can answer here: %link%`)

/** The words of a question as they stand on the page where it is answered. */
export const withoutLink = (text: string): string => text.replaceAll("%link%", "this page")
