import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import { stages } from "@/lib/sales/opportunities/rules"
import { lookedAt } from "./desk-choice"
import { DeskLine } from "./desk-line"
import type { DeskProps } from "./desk-props"

const create = { value: "create", label: "Create" }
const attach = { value: "attach", label: "Attach" }
const skip = { value: "skip", label: "Skip" }

/** Whether opportunities are made, an open one of the account is joined, or none is wanted. */
export function OpportunityLine({ desk, choice, change }: DeskProps) {
  const { open } = lookedAt(desk, choice)
  const count = choice.opportunities.length
  return (
    <DeskLine
      label="Opportunity"
      isGroup
      request={choice.opportunities[0]?.topic || <span className="text-ink-3">No topic</span>}
      match={<Open {...{ open, choice, change }} />}
      result={
        <>
          <Segmented
            legend="Opportunity"
            hideLegend
            name="opportunityChoice"
            choices={open.length > 0 ? [create, attach, skip] : [create, skip]}
            value={choice.opportunity}
            onChoose={(value) => change({ opportunity: value === "skip" || value === "attach" ? value : "create" })}
          />
          {choice.opportunity === "create" && count > 1 && (
            <span className="mt-1 block font-regular text-ink-2">{count} opportunities</span>
          )}
        </>
      }
    />
  )
}

type OpenProps = Pick<DeskProps, "choice" | "change"> & { open: ReturnType<typeof lookedAt>["open"] }

/** The open opportunities of the account that is used. */
function Open({ open, choice, change }: OpenProps) {
  const [first] = open
  if (!first) return <span className="text-ink-3">{choice.account === "existing" ? "No open opportunity" : "A new account has none"}</span>
  const said = ({ topic, stage, ownerName }: typeof first) => [topic, stages[stage].word, ownerName].filter(Boolean).join(", ")
  if (open.length === 1 || choice.opportunity !== "attach") {
    return (
      <>
        {first.topic}
        <span className="block text-ink-3">
          {open.length === 1 ? [stages[first.stage].word, first.ownerName].filter(Boolean).join(", ") : `and ${open.length - 1} more open`}
        </span>
      </>
    )
  }
  return (
    <Select
      aria-label="Open opportunity"
      value={choice.opportunityId ?? first.id}
      onChange={(event) => change({ opportunityId: event.target.value })}
      options={open.map((one) => ({ value: one.id, label: said(one) }))}
    />
  )
}
