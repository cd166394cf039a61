import { Link2, Mail, Plus } from "lucide-react"
import type { ReactNode } from "react"
import type { LeadWorkView } from "./lead-work"
import { chosen, type QualifyChoice } from "./qualify-choice"

type Line = { key: string; text: ReactNode }
type QualifyOutcomeProps = { work: LeadWorkView; choice: QualifyChoice }

/** What will be created, linked and mailed, in words with names. */
export function QualifyOutcome({ work, choice }: QualifyOutcomeProps) {
  return (
    <div className="grid grid-cols-3 border-t border-line-2 max-m:grid-cols-1">
      <List title="Created" icon={<Plus />} lines={created(work, choice)} none="Nothing new." />
      <List title="Linked and updated" icon={<Link2 />} lines={linked(work, choice)} none="Nothing." />
      <List
        title="Mailed"
        icon={<Mail />}
        lines={[]}
        none={choice.opportunity === "create" ? `Nothing now. ${work.personName} hears when the opportunity is closed.` : "Nothing."}
      />
    </div>
  )
}

function created(work: LeadWorkView, choice: QualifyChoice): Line[] {
  const { account, contact } = chosen(work, choice)
  const lines: Line[] = []
  const organization = work.makesOrganization && !account?.customerNumber
  const person = work.makesPerson && !contact?.customerNumber
  if (!account || organization) {
    lines.push({
      key: "account",
      text: <Pair noun="Account" name={account ? null : work.companyName} type={organization ? "Organization" : null} />,
    })
  }
  if (!contact || person) {
    lines.push({ key: "contact", text: <Pair noun="Contact" name={contact ? null : work.personName} type={person ? "Person" : null} /> })
  }
  if (choice.opportunity === "create") {
    lines.push({
      key: "opportunity",
      text: (
        <>
          Opportunity <b>{choice.topic || work.topic}</b>
        </>
      ),
    })
  }
  return lines
}

function Pair({ noun, name, type }: { noun: string; name: string | null; type: string | null }) {
  return (
    <>
      {name && (
        <>
          {noun} <b>{name}</b>
          {type && " and "}
        </>
      )}
      {type && `${name ? "customer" : "Customer"}, ${type}, Provisional`}
    </>
  )
}

function linked(work: LeadWorkView, choice: QualifyChoice): Line[] {
  const { account, contact } = chosen(work, choice)
  const used = [
    { noun: "Account", record: account },
    { noun: "Contact", record: contact },
  ]
  const lines: Line[] = used.flatMap(({ noun, record }) =>
    record
      ? [
          {
            key: noun,
            text: (
              <>
                {noun} <b>{record.name}</b>
                {record.customerNumber ? `, customer ${record.customerNumber}, both as they are` : ", linked to its new customer"}
              </>
            ),
          },
        ]
      : [],
  )
  if (work.prospectNumber) {
    lines.push({
      key: "prospect",
      text: (
        <>
          Prospect <b>{work.prospectNumber}</b>, stays Pending
        </>
      ),
    })
  }
  return lines
}

function List({ title, icon, lines, none }: { title: string; icon: ReactNode; lines: Line[]; none: string }) {
  return (
    <section className="border-line px-6 pt-3.5 pb-5 not-first:border-l max-m:not-first:border-t max-m:not-first:border-l-0">
      <h3 className="mb-2 flex items-center gap-2 font-semi [&_svg]:size-4 [&_svg]:text-accent-text" aria-label={title}>
        {icon}
        {title}
      </h3>
      <ul className="grid gap-1 text-ink-2 [&_b]:text-ink">
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        {lines.length === 0 && <li>{none}</li>}
      </ul>
    </section>
  )
}
