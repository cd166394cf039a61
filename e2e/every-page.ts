import type { RoleName } from "./office"
import { firstOf, hellenic, hellenicCustomer, onBy, toAnImport, toARun, toItsReport, twoOf, type Way } from "./reach"

/** A page of the house: who looks at it, and how they come there. */
export type Stop = {
  as: RoleName | "a partner" | "anybody"
  /** Where it is not by the route itself. */
  at?: Way
  /** More addresses of the page: other layouts, nothing found. */
  also?: readonly string[]
}

const [seller, manager, commerce, admin] = ["Seller", "Sales manager", "Commerce manager", "Administrator"] as const
const none = "q=nothing+has+this+name"

/** Every page of the house, in an order in which they can be walked. A page that is missing here fails the test beside this file. */
export const everyPage: Record<string, Stop> = {
  "/": { as: "anybody" },
  "/request": { as: "anybody" },
  "/request/at/[slug]": { as: "anybody", at: "/request/at/outlet", also: ["/request/at/nowhere"] },
  "/request/received": { as: "anybody" },
  "/request/status/[token]": { as: "anybody", at: "/request/status/unknown" },
  "/terms": { as: "anybody" },
  "/privacy": { as: "anybody", also: ["/nowhere"] },
  "/sign-in": { as: "anybody" },
  "/reset-password": { as: "anybody" },
  "/reset-password/[token]": { as: "anybody", at: "/reset-password/unknown" },
  "/set-password/[token]": { as: "anybody", at: "/set-password/unknown" },

  "/sales/leads": {
    as: seller,
    also: ["?view=my-open", `?${none}`, "?view=all&as=board", "?view=all&group=rating"].map((query) => `/sales/leads${query}`),
  },
  "/sales/leads/[id]": { as: seller, at: firstOf("/sales/leads?view=open"), also: ["/sales/leads/not-an-id"] },
  "/sales/leads/[id]/history": { as: seller, at: firstOf("/sales/leads?view=closed", "/history") },
  "/sales/opportunities": { as: seller, also: ["/sales/opportunities?view=all&as=board"] },
  "/sales/opportunities/[id]": { as: seller, at: firstOf("/sales/opportunities?view=all") },
  "/sales/opportunities/[id]/history": { as: seller, at: firstOf("/sales/opportunities?view=all", "/history") },
  "/sales/accounts": { as: seller },
  "/sales/accounts/[id]": { as: seller, at: firstOf("/sales/accounts") },
  "/sales/accounts/[id]/history": { as: seller, at: firstOf("/sales/accounts", "/history") },
  "/sales/contacts": { as: seller },
  "/sales/contacts/[id]": { as: seller, at: firstOf("/sales/contacts") },
  "/sales/contacts/[id]/history": { as: seller, at: firstOf("/sales/contacts", "/history") },
  "/sales/dashboard": { as: manager },
  "/sales/tasks": { as: seller },
  "/sales/duplicates": { as: manager, also: ["/sales/duplicates?show=dismissed"] },
  "/sales/runs": { as: manager },
  "/sales/runs/[id]": { as: manager, at: toARun },
  "/sales/approvals": { as: manager },
  "/sales/merge/[kind]": { as: manager, at: twoOf("/sales/leads?view=open") },
  "/sales/leads/import": { as: manager },
  "/sales/leads/import/[id]/columns": { as: manager, at: toAnImport },
  "/sales/leads/import/[id]/match": { as: manager, at: onBy("Continue", "**/match") },
  "/sales/leads/import/[id]/preview": { as: manager, at: onBy("Preview", "**/preview") },
  "/sales/leads/import/[id]": { as: manager, at: toItsReport },
  "/search": { as: manager, at: "/search?q=a", also: ["/search", `/search?${none}`] },

  "/commerce/prospects": { as: commerce, also: ["/commerce/prospects?as=board"] },
  "/commerce/prospects/[id]": { as: commerce, at: firstOf("/commerce/prospects"), also: ["/commerce/prospects/not-an-id"] },
  "/commerce/customers": { as: commerce },
  "/commerce/customers/[id]": { as: commerce, at: firstOf(hellenicCustomer) },
  "/commerce/customers/[id]/history": { as: commerce, at: firstOf(hellenicCustomer, "/history") },
  "/commerce/credit": { as: commerce, also: [`/commerce/credit?${none}`] },
  "/commerce/credit/[id]": { as: commerce, at: firstOf("/commerce/credit") },
  "/commerce/hierarchies": { as: commerce },
  "/commerce/hierarchies/[id]": { as: commerce, at: firstOf(hellenic) },
  "/commerce/hierarchies/[id]/compare": {
    as: commerce,
    at: firstOf(hellenic, "/compare?section=pricing"),
  },
  "/commerce/hierarchies/[id]/override": { as: commerce, at: firstOf(hellenic, "/override") },
  "/commerce/hierarchies/new": { as: commerce, also: ["/commerce/hierarchies/new?q=skagen", `/commerce/hierarchies/new?${none}`] },

  "/settings": { as: admin },
  "/settings/staff": { as: admin },
  "/settings/number-sequences": { as: admin },
  "/settings/integration": { as: admin },
  "/settings/field-mapping": { as: admin },
  "/settings/credit": { as: admin },
  "/settings/api-keys": { as: admin },
  "/settings/email": { as: admin },
  "/settings/email/held": { as: admin },
  "/settings/email/languages": { as: admin },
  "/settings/email/profiles": { as: admin },
  "/settings/email/letters/[letter]": {
    as: admin,
    at: "/settings/email/letters/prospect-approved",
    also: ["/settings/email/letters/prospect-rejected?language=de"],
  },
  "/settings/email/log": { as: admin, also: [`/settings/email/log?${none}`] },
  "/settings/email/log/[id]": { as: admin, at: firstOf("/settings/email/log") },
  "/settings/email/addresses": { as: admin },
  "/settings/channels": { as: admin },
  "/settings/hierarchies": { as: admin },
  "/settings/lead-scoring": { as: admin },
  "/settings/assignment-rules": { as: admin },
  "/settings/policies": { as: admin },
  "/settings/prospect-policies": { as: admin },
  "/settings/requests": { as: admin },
  "/settings/checklist": { as: admin },
  "/settings/business-hours": { as: admin },
  "/settings/timers": { as: admin },
  "/settings/working-hours": { as: admin },
  "/settings/templates": { as: admin },
  "/settings/matching": { as: admin },
  "/settings/customer-lists": { as: admin },
  "/settings/audit": { as: admin, also: [`/settings/audit?${none}`] },
  "/settings/audit/[id]": { as: admin, at: firstOf("/settings/audit") },
  "/settings/health": { as: admin, also: ["/settings/nowhere"] },

  "/account": { as: "a partner", also: ["/account/nowhere"] },
  "/account/credit": { as: "a partner" },
  "/account/organization": { as: "a partner" },
  "/account/organizations": { as: "a partner" },
  "/account/users": { as: "a partner", also: [`/account/users?${none}`] },
}
