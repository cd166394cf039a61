"use client"
import { Copy } from "lucide-react"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useDeferredValue, useState, useTransition } from "react"
import { MemberSearch } from "@/components/commerce/member-search"
import { Button } from "@/components/ui/button"
import { Strip } from "@/components/ui/strip"
import { Tag } from "@/components/ui/tag"
import { useToast } from "@/components/ui/toast"
import type { ComparedField } from "@/lib/commerce/side-by-side/compared"
import { shownValue } from "@/lib/commerce/side-by-side/differences"
import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import { countByField, type MemberPlan } from "@/lib/commerce/side-by-side/override-plan"
import { fold } from "@/lib/platform/fold"
import { overrideMembers } from "@/lib/sync/actions"
import { useOverrideNews } from "./use-override-news"

type OverridePlanProps = {
  hierarchyId: string
  source: ComparedMember
  /** The chosen ones. */
  fields: readonly ComparedField[]
  plan: readonly MemberPlan<ComparedMember>[]
  /** How many members there are. */
  members: number
  refusal: string | null
}

const stretch = 100
/** From so many members on, one is looked for by name. */
const few = 20

/** What an override would change, member by member; who is not ticked is left alone. */
export function OverridePlan({ hierarchyId, source, fields, plan, members, refusal }: OverridePlanProps) {
  const router = useRouter()
  const { showToast } = useToast()
  const newsOf = useOverrideNews()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [most, setMost] = useState(stretch)
  const [typed, setTyped] = useState("")
  const [error, setError] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const wanted = fold(useDeferredValue(typed))
  const found = wanted === "" ? plan : plan.filter(({ member }) => fold(`${member.name} ${member.number}`).includes(wanted))
  const shown = found.slice(0, most)
  const chosen = plan.filter(({ member }) => !left.has(member.customerId))
  const changes = chosen.reduce((sum, one) => sum + one.changes.length, 0)
  const counts = countByField(
    chosen,
    fields.map(({ key }) => key),
  ).filter((count) => count.members > 0)
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key
  const wordOf = (key: string, text: string | null) => {
    const field = fields.find((each) => each.key === key)
    return (field && shownValue(field, text)) || "nothing"
  }
  const turn = (id: string, on: boolean) =>
    setLeft((before) => {
      const next = new Set(before)
      if (on) next.delete(id)
      else next.add(id)
      return next
    })

  const run = () =>
    start(async () => {
      const result = await overrideMembers({
        hierarchyId,
        sourceId: source.memberId,
        sourceVersion: source.version,
        fields: fields.map(({ key }) => key),
        members: chosen.map(({ member }) => ({ customerId: member.customerId, version: member.version })),
      }).catch(() => null)
      if (!result?.ok) return setError(result?.error.message ?? "The server could not be reached. Look whether it was done.")
      showToast(newsOf(result.data))
      router.push(`/commerce/hierarchies/${hierarchyId}`)
    })
  return (
    <section aria-labelledby="plan-title" className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3 max-m:px-4">
        <h2 id="plan-title" className="text-14 font-semi">
          What changes
        </h2>
        <p className="min-w-0 text-ink-2 tabular-nums" role="status">
          {chosen.length} of {members} members, {changes === 1 ? "1 value" : `${changes} values`}
          {counts.length > 0 && `: ${counts.map((count) => `${labelOf(count.field)} of ${count.members}`).join(", ")}`}.
        </p>
        <span className="ml-auto">
          <Button
            tone="primary"
            icon={<Copy aria-hidden="true" />}
            busy={busy}
            busyLabel="Overriding"
            reason={refusal ?? (chosen.length === 0 ? "Tick somebody to copy to." : null)}
            onClick={run}
          >
            Override
          </Button>
        </span>
      </div>
      <div role="alert" className="empty:hidden">
        {error && <Strip tone="bad">{error}</Strip>}
      </div>
      {plan.length > few && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-6 pb-2.5 max-m:px-4">
          <MemberSearch typed={typed} onType={setTyped} />
          <p role="status" className="text-ink-3 tabular-nums">
            {shown.length === found.length
              ? `${found.length} shown`
              : `The first ${shown.length} of ${found.length} shown. Override takes all that are ticked, shown or not.`}
          </p>
        </div>
      )}
      <table
        className="grid-table max-m:[&_tbody_tr]:grid-rows-[auto_auto]! max-m:[&_tbody_tr]:gap-y-1"
        aria-label="What changes"
        data-loose
      >
        <colgroup>
          <col style={{ width: 46 }} />
          <col style={{ width: 280 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="g-check">
              <input
                type="checkbox"
                className="check"
                aria-label="Select all"
                checked={left.size === 0}
                ref={(box) => {
                  if (box) box.indeterminate = left.size > 0 && chosen.length > 0
                }}
                onChange={() => setLeft(left.size === 0 ? new Set(plan.map(({ member }) => member.customerId)) : new Set())}
              />
            </th>
            <th scope="col">Member</th>
            <th scope="col">From {source.name}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ member, changes: ofMember }) => (
            <tr key={member.memberId}>
              <td className="g-check">
                <input
                  type="checkbox"
                  className="check"
                  aria-label={`Select ${member.name}`}
                  checked={!left.has(member.customerId)}
                  onChange={(event) => turn(member.customerId, event.target.checked)}
                />
              </td>
              <td className="g-name">
                <Link className="grid-link" href={`/commerce/customers/${member.customerId}`} prefetch={false}>
                  {member.name}
                </Link>
                {member.elsewhere.length > 0 && (
                  <span className="ml-2">
                    <Tag tone="wait">also in {member.elsewhere.join(", ")}</Tag>
                  </span>
                )}
              </td>
              <td className="g-second whitespace-normal!">
                {ofMember.map(({ field, from, to }) => (
                  <span key={field} className="mr-5 inline-block">
                    <span className="text-ink-3">{labelOf(field)}</span> <span className="text-wait">{wordOf(field, from)}</span>{" "}
                    <span className="sr-only">becomes</span>
                    <span aria-hidden="true">→</span> <b className="font-medium text-ink">{wordOf(field, to)}</b>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > most && (
        <div className="flex gap-2 px-6 py-3 max-m:px-4">
          <Button size="s" onClick={() => setMost(most + stretch)}>
            {`Show ${Math.min(stretch, found.length - most)} more`}
          </Button>
          <Button size="s" tone="ghost" onClick={() => setMost(plan.length)}>
            Show all
          </Button>
        </div>
      )}
    </section>
  )
}
