import { Plus, X } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { FieldErrors } from "@/lib/platform/errors"
import { mostOpportunities } from "@/lib/sync/conversion/choice"
import type { TypedOpportunity } from "./desk-choice"
import type { DeskProps } from "./desk-props"

/** Topic and revenue of the opportunities that are made: one, or up to five. The first decides the request. */
export function OpportunityFields({
  work,
  choice,
  change,
  errors,
}: Pick<DeskProps, "work" | "choice" | "change"> & { errors: FieldErrors }) {
  const { opportunities } = choice
  const set = (key: number, typed: Partial<TypedOpportunity>) =>
    change({ opportunities: opportunities.map((one) => (one.key === key ? { ...one, ...typed } : one)) })
  const add = () =>
    change({ opportunities: [...opportunities, { key: Math.max(...opportunities.map(({ key }) => key)) + 1, topic: "", revenue: "" }] })
  const isFull = opportunities.length >= mostOpportunities
  return (
    <div className="grid gap-3 border-t border-line-2 px-6 pt-3 pb-4">
      {opportunities.map(({ key, topic, revenue }, place) => {
        const suffix = place === 0 ? "" : String(place + 1)
        const number = opportunities.length > 1 ? ` ${place + 1}` : ""
        return (
          <div
            key={key}
            className="grid grid-cols-[minmax(0,1fr)_200px_34px] items-start gap-x-4 gap-y-3 max-m:grid-cols-[minmax(0,1fr)_34px]"
          >
            <Field label={`Topic${number}`} error={errors[`topic${suffix}`]} className="max-m:col-span-2">
              {(control) => (
                <TextInput
                  {...control}
                  name={`topic${suffix}`}
                  maxLength={300}
                  value={topic}
                  autoFocus={key > 0 && topic === ""}
                  onChange={(event) => set(key, { topic: event.target.value })}
                />
              )}
            </Field>
            <Field label={`Est. revenue${number}`} mark={`${work.currency}, optional`} error={errors[`estimatedRevenue${suffix}`]}>
              {(control) => (
                <TextInput
                  {...control}
                  name={`estimatedRevenue${suffix}`}
                  inputMode="decimal"
                  className="tabular-nums"
                  value={revenue}
                  onChange={(event) => set(key, { revenue: event.target.value })}
                />
              )}
            </Field>
            <span className="mt-[26px]">
              {place > 0 ? (
                <Button
                  tone="ghost"
                  iconOnly
                  icon={<X aria-hidden="true" />}
                  onClick={() => change({ opportunities: opportunities.filter((one) => one.key !== key) })}
                >
                  {`Remove opportunity ${place + 1}`}
                </Button>
              ) : (
                <Button
                  iconOnly
                  icon={<Plus aria-hidden="true" />}
                  title="Add an opportunity"
                  reason={isFull ? `A lead becomes at most ${mostOpportunities} opportunities.` : null}
                  onClick={add}
                >
                  Add an opportunity
                </Button>
              )}
            </span>
          </div>
        )
      })}
      {opportunities.length > 1 && <p className="text-ink-3">The first decides the request; the others are sales of their own.</p>}
    </div>
  )
}
