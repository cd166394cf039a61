import { Segmented } from "@/components/ui/segmented"
import { MadeChoice } from "./made-choice"
import { chosen, type QualifyDeskProps } from "./qualify-choice"
import { DeskHead } from "./qualify-desk-head"
import { DeskRow, DeskValue } from "./qualify-desk-row"

/** Request, best match and result side by side; one under the other on a phone. */
export function QualifyDesk({ work, choice, change }: QualifyDeskProps) {
  const match = work.accounts[choice.at]
  const { account } = chosen(work, choice)
  const contact = work.contacts[0]
  const rows = [
    { label: "Company name", mine: work.companyName, theirs: match?.name },
    { label: "Tax ID", mine: work.taxId, theirs: match?.taxId },
    { label: "Website", mine: work.website, theirs: match?.website },
    { label: "Phone", mine: work.phone, theirs: match?.phone },
    { label: "Business address", mine: work.address.join(", "), theirs: match?.place },
  ]
  return (
    <table className="w-full table-fixed border-t border-line max-m:block [&_tbody]:max-m:block [&_tr]:max-m:block">
      <DeskHead work={work} choice={choice} change={change} />
      <tbody>
        {rows.map(({ label, mine, theirs }) => (
          <DeskRow
            key={label}
            label={label}
            request={<DeskValue value={mine} isSame={Boolean(mine) && mine === theirs} />}
            match={match && <DeskValue value={theirs ?? null} isSame={Boolean(theirs) && mine === theirs} isQuiet />}
            result={<DeskValue value={account ? (theirs ?? null) : mine} />}
          />
        ))}
        <DeskRow
          label="Contact"
          isGroup
          request={
            <>
              {work.personName}
              <span className="block text-ink-3 wrap-anywhere">{work.email}</span>
            </>
          }
          match={
            contact ? (
              <>
                {contact.name}
                <span className="block text-ink-3">{[contact.reasons[0], contact.accountName].filter(Boolean).join(", at ")}</span>
              </>
            ) : (
              <span className="text-ink-3">No contact like this person</span>
            )
          }
          result={
            contact ? (
              <MadeChoice legend="Contact" value={choice.contact} onChoose={(made) => change({ contact: made })} />
            ) : (
              "Create contact"
            )
          }
        />
        <DeskRow
          label="Opportunity"
          request={choice.topic}
          match={<span className="text-ink-3">No open opportunity</span>}
          result={
            <Segmented
              legend="Opportunity"
              hideLegend
              name="opportunityChoice"
              choices={[
                { value: "create", label: "Create" },
                { value: "skip", label: "Skip" },
              ]}
              value={choice.opportunity}
              onChoose={(value) => change({ opportunity: value === "skip" ? "skip" : "create" })}
            />
          }
        />
      </tbody>
    </table>
  )
}
