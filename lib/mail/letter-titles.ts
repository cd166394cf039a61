/** Every letter of the product, by the name that staff know it by, and its default subject. */
export const letterTitles = {
  "request-received": { title: "Request received", subject: (about: About) => `We received your request ${about.reference}` },
  "prospect-approved": { title: "B2B prospect approved", subject: () => "Your request to become a business partner is approved" },
  "prospect-rejected": { title: "B2B prospect rejected", subject: () => "Your request to become a business partner was declined" },
  "request-reopened": { title: "Request reopened", subject: (about: About) => `Your request ${about.reference} is being read again` },
  "user-added": { title: "User added", subject: (about: About) => `You were added as a user of ${about.company}` },
  "user-removed": { title: "User removed", subject: (about: About) => `Your access for ${about.company} has ended` },
  "password-reset": { title: "Password reset", subject: () => "Set a new password" },
  "staff-invited": { title: "Staff invited", subject: (about: About) => `You are invited to work in ${about.store}` },
  "run-digest": { title: "Changes to your records", subject: (about: About) => `${about.by}: ${about.run}` },
  escalations: { title: "Escalated leads", subject: () => "Leads were escalated to you" },
  message: { title: "Message", subject: (about: About) => about.subject ?? "" },
} as const

/** What a subject may name: the reference of the request, the company, the store, the run and who started it, or all of its words. */
export type About = { reference?: string; company?: string; store?: string; run?: string; by?: string; subject?: string }

export type LetterName = keyof typeof letterTitles

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(letterTitles, name)
