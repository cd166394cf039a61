import { contactName } from "@/lib/sync/conversion/lines"
import { contactsFor, lookedAt } from "./desk-choice"
import { DeskLine } from "./desk-line"
import type { DeskProps } from "./desk-props"
import { FieldLines } from "./field-lines"
import { MadeChoice } from "./made-choice"
import { StepThrough } from "./step-through"

/** Who asks, which contact may be that person, and whether it is used; its fields below, where it is. */
export function ContactLine(props: DeskProps) {
  const { work, desk, choice, change } = props
  const { contact } = lookedAt(desk, choice)
  const candidates = contactsFor(desk, choice.accountId)
  const at = candidates.findIndex(({ id }) => id === choice.contactId)
  const candidate = candidates[at]
  return (
    <>
      <DeskLine
        label="Contact"
        isGroup
        request={
          <>
            {work.personName}
            <span className="block text-ink-3 wrap-anywhere">{work.email ?? "No email"}</span>
          </>
        }
        match={
          contact && candidate ? (
            <span className="flex items-start gap-1">
              <span className="min-w-0">
                {contactName(contact.values)}
                <span className="block text-ink-3">{candidate.reasons.slice(0, 2).join(", ")}</span>
              </span>
              <StepThrough
                noun="contact"
                at={at}
                count={candidates.length}
                onStep={(to) => change({ contactId: candidates[to]?.id ?? null })}
              />
            </span>
          ) : (
            <span className="text-ink-3">No contact like this person</span>
          )
        }
        result={
          candidate ? (
            <MadeChoice legend="Contact" value={choice.contact} onChoose={(made) => change({ contact: made })} />
          ) : (
            "Create contact"
          )
        }
      />
      {choice.contact === "existing" && contact && <FieldLines {...props} part="contact" />}
    </>
  )
}
