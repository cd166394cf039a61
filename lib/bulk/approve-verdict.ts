import { type QualifyVerdict, qualifyVerdict, type ToQualify } from "./qualify-verdict"

/** A customer of type Organization that may be the company of a request; `partner` is the number of its hierarchy where it is a partner. */
type KnownCompany = { id: string; label: string; by: "taxId" | "name"; partner: string | null }

export type ToApprove = {
  refusal: string | null
  number: string
  email: string
  personName: string
  companyName: string
  /** What Sales has of it: an open lead with what matches it, something that is won with the decision, or nothing. */
  inSales:
    | { is: "lead"; asked: ToQualify; partnerOf: (accountId: string) => string | null }
    | { is: "deal"; topic: string | null }
    | { is: "nothing" }
  /** Where Sales has nothing of it: companies that are customers already, and a request further up in the run that is of the same company. */
  known: readonly KnownCompany[]
  twin: { prospectId: string; number: string; isSure: boolean } | null
  /** Whether its customers are there already. */
  hasCustomers: boolean
}

const blocked = (told: string): QualifyVerdict => ({ verdict: "blocked", told, found: [], choice: { pick: null, contactId: null } })

/**
 * What becomes of a prospect in a run that approves: what is certain is done, and whatever would give a stranger a seat at somebody who is a partner
 * already is for a person to choose. Pure.
 */
export function approveVerdict(prospect: ToApprove): QualifyVerdict {
  const { refusal, inSales, email, personName } = prospect
  if (refusal) return blocked(refusal)
  const then = `${personName} becomes Admin, mail to ${email}`
  if (inSales.is === "deal") return ready(`${inSales.topic ? `Opportunity ${inSales.topic} is won` : "Its lead is Qualified"}; ${then}`)
  return inSales.is === "lead" ? leadVerdict(inSales, then) : companyVerdict(prospect, then)
}

const ready = (told: string, pick = "new"): QualifyVerdict => ({ verdict: "ready", told, found: [], choice: { pick, contactId: null } })

function leadVerdict({ asked, partnerOf }: Extract<ToApprove["inSales"], { is: "lead" }>, then: string): QualifyVerdict {
  const judged = qualifyVerdict(asked)
  const found = judged.found.map((one) => {
    const partner = partnerOf(one.id)
    return partner ? { ...one, why: `${one.why}, a partner with ${partner}` } : one
  })
  if (judged.verdict !== "ready") return { ...judged, found }
  const { pick } = judged.choice
  const partner = pick && partnerOf(pick)
  if (!pick || !partner) return { ...judged, told: `${judged.told}; ${then}` }
  const account = asked.accounts.find(({ id }) => id === pick)
  return {
    verdict: "choose",
    told: `${account?.name ?? "Its account"} is a partner already, with ${partner}: ${asked.personName} would become an Admin there`,
    found: [{ id: pick, label: account?.name ?? "the account", why: `a partner with ${partner}` }],
    choice: { ...judged.choice, pick: null },
  }
}

function companyVerdict({ known, twin, hasCustomers, personName, companyName }: ToApprove, then: string): QualifyVerdict {
  if (hasCustomers) return ready(`Its customers become Active; ${then}`)
  if (known.length === 0 && twin?.isSure) return ready(`Is the same company as ${twin.number} in this run; ${then}`, pickOf(twin))
  const found = [
    ...(twin
      ? [
          {
            id: pickOf(twin),
            label: `the company of ${twin.number}`,
            why: twin.isSure ? "the same, in this run" : "same name, in this run",
          },
        ]
      : []),
    ...known.map(({ id, label, by, partner }) => ({
      id: `customer:${id}`,
      label,
      why: `${by === "taxId" ? "same tax ID" : "same name"}${partner ? `, a partner with ${partner}` : ""}`,
    })),
  ].slice(0, 6)
  const [first] = found
  if (!first) return ready(`Customers ${companyName} and ${personName} are created; ${then}`)
  const told = found.length === 1 ? `May be ${first.label} (${first.why})` : `May be one of ${found.length}`
  return { verdict: "choose", told: `${told}; ${then}`, found, choice: { pick: null, contactId: null } }
}

const pickOf = ({ prospectId }: { prospectId: string }) => `prospect:${prospectId}`
