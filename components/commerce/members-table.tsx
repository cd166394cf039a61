"use client"
import { Info } from "lucide-react"
import { useDeferredValue, useState } from "react"
import { MemberCommands } from "@/components/commerce/member-commands"
import { refusalsOf } from "@/components/commerce/member-refusals"
import { MemberRow } from "@/components/commerce/member-row"
import { MemberSearch } from "@/components/commerce/member-search"
import { Button } from "@/components/ui/button"
import { momentText } from "@/components/ui/time"
import type { MemberView, OutletView } from "@/lib/commerce/hierarchies/queries"
import { fold } from "@/lib/platform/fold"

type MembersTableProps = {
  hierarchyId: string
  number: string
  organizationName: string
  members: readonly MemberView[]
  /** Members who differ from the Admin where the policy says that they must not. */
  differing: readonly string[]
  outlets: readonly OutletView[]
  refusedByRole: string | null
  suspended: string | null
}

/** So many at first, and so many more each time. */
const stretch = 100
/** Fewer are found by looking. */
const searchedFrom = 12

/** The members of a hierarchy; what is ticked is what the commands above work on. */
export function MembersTable({
  hierarchyId,
  number,
  organizationName,
  members,
  differing,
  outlets,
  refusedByRole,
  suspended,
}: MembersTableProps) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [typed, setTyped] = useState("")
  const [most, setMost] = useState(stretch)
  const wanted = fold(useDeferredValue(typed))
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]))
  const fitting = members.filter((member) =>
    fold(`${member.name} ${member.email} ${member.customerNumber} ${outletNames.get(member.outletId ?? "") ?? ""}`).includes(wanted),
  )
  const shown = fitting.slice(0, most)
  const chosen = members.filter(({ id }) => ticked.includes(id))
  const refusals = refusalsOf(chosen, members, { refusedByRole, suspended })
  const isAll = fitting.length > 0 && fitting.every(({ id }) => ticked.includes(id))
  const turn = (id: string, on: boolean) => setTicked((before) => (on ? [...before, id] : before.filter((one) => one !== id)))
  const explained = chosen.length > 0 ? [refusals.explained, sentenceOf(chosen)].filter(Boolean).join(" ") : null
  const hasOutlets = outlets.length > 0
  return (
    <section aria-labelledby="members-title" className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 py-2.5 pr-5 pl-6 max-m:px-4">
        <h2 id="members-title" className="text-14 font-semi">
          Members
        </h2>
        <span className="text-ink-3 tabular-nums">{members.length}</span>
        {members.length >= searchedFrom && <MemberSearch typed={typed} onType={setTyped} />}
        <MemberCommands {...{ hierarchyId, number, organizationName, outlets, chosen, refusals }} />
      </div>
      <table className="grid-table" aria-label="Members">
        <colgroup>
          <col style={{ width: 46 }} />
          <col />
          <col className="g-wide" style={{ width: 230 }} />
          <col className="g-wide" style={{ width: 110 }} />
          {hasOutlets && <col className="g-wide" style={{ width: 170 }} />}
          <col style={{ width: 72 }} />
          <col style={{ width: 214 }} />
          <col style={{ width: 168 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="g-check">
              <input
                type="checkbox"
                className="check"
                aria-label="Select all"
                checked={isAll}
                ref={(box) => {
                  if (box) box.indeterminate = chosen.length > 0 && !isAll
                }}
                onChange={() => setTicked(isAll ? [] : fitting.map(({ id }) => id))}
              />
            </th>
            <th scope="col">Name</th>
            <th scope="col" className="g-wide">
              Email
            </th>
            <th scope="col" className="g-wide">
              Customer
            </th>
            {hasOutlets && (
              <th scope="col" className="g-wide">
                Outlet
              </th>
            )}
            <th scope="col">Role</th>
            <th scope="col">Status</th>
            <th scope="col">Last sign-in</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              outlet={hasOutlets ? (outletNames.get(member.outletId ?? "") ?? organizationName) : null}
              isDiffering={differing.includes(member.id)}
              isTicked={ticked.includes(member.id)}
              onTurn={(on) => turn(member.id, on)}
            />
          ))}
        </tbody>
      </table>
      <div className="flex min-h-9 flex-wrap items-center gap-3 px-6 max-m:px-4">
        {fitting.length > shown.length && (
          <Button size="s" onClick={() => setMost(most + stretch)}>
            {`Show ${Math.min(stretch, fitting.length - shown.length)} more`}
          </Button>
        )}
        <p className="flex min-w-0 items-center gap-2 text-12 text-ink-3" role="status">
          {wanted !== "" && `${fitting.length} of ${members.length} members.`}
          {explained && (
            <>
              <Info size={14} className="flex-none" aria-hidden="true" /> {explained}
            </>
          )}
        </p>
      </div>
    </section>
  )
}

/** Why the one who is ticked is shut out, or what they wait for. */
function sentenceOf([member, ...others]: readonly MemberView[]): string | null {
  if (!member || others.length > 0) return null
  if (member.awaitsEnable) return `${member.name} was taken along and is invited once enabled.`
  if (!member.disabledAt) return null
  const by = member.disabledByOwn ? " by an Admin of their organization" : ""
  return `Disabled${by} since ${momentText(member.disabledAt, "date")}: ${member.disabledReason ?? "no reason given"}.`
}
