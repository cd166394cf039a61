import { Status } from "@/components/ui/status"
import { capital } from "@/lib/platform/first-letter"
import type { PolicyRehearsal } from "@/lib/sales/policies/rehearse"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import type { RehearsedProps } from "./rehearsal-section"
import { RehearsedTable } from "./rehearsed-table"
import { ShareBar } from "./share-bar"

const figure = (count: number) => count.toLocaleString("en")
const share = (part: number, whole: number) => (whole > 0 ? `${Math.round((part / whole) * 100)} %` : "–")

const words: Readonly<Record<string, string>> = {
  qualify: "Qualified",
  disqualify: "Disqualified",
  approve: "Approved",
  reject: "Rejected",
}

/** What policies would have decided, beside what people decided: how often they agree, and where they do not. */
export function PolicyRehearsed({ found, book, noun: [one, many] }: RehearsedProps<PolicyRehearsal>) {
  const {
    judged,
    would,
    agreed,
    differed,
    open,
    notByPeople,
    routed,
    second,
    byRule,
    list,
    otherwise = 0,
    others = [],
    unknown = 0,
  } = found
  const all = Object.values(would).reduce((sum, count) => sum + count, 0)
  const rules = (book.rules as readonly Rule[]).filter(({ isOn }) => isOn)
  return (
    <>
      <dl className="mb-4 grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-x-6 gap-y-3">
        <Figure label="Would have been decided" value={figure(all)} note={`of ${figure(judged)} ${many}`} />
        <Figure
          label="People agree"
          value={share(agreed, agreed + differed)}
          note={`${figure(agreed)} of ${figure(agreed + differed)} that people decided`}
        />
        <Figure label="Not decided by people" value={figure(open + notByPeople)} note={`${figure(open)} still open`} />
        <Figure label="A second person asked" value={figure(second)} note={routed > 0 ? `${figure(routed)} routed` : `for these ${many}`} />
      </dl>
      <ul className="grid gap-1.5" aria-label="How often each policy holds">
        {rules.map(({ id, name }) => {
          const { would: held, agreed: same, differed: other } = byRule[id] ?? { would: 0, agreed: 0, differed: 0 }
          return (
            <ShareBar
              key={id}
              label={name}
              count={held}
              of={judged}
              note={same + other > 0 ? `${share(same, same + other)} agree` : undefined}
            />
          )
        })}
      </ul>
      <RehearsedTable
        label={`${capital(many)} that would have been decided differently`}
        kind={one}
        heads={["Would have been", "People decided", "Policy"]}
        total={differed}
        rows={list.map(({ id, label, would: deed, did, rule }) => ({
          id,
          label,
          cells: [<Status key="would" word={words[deed] ?? deed} />, <Status key="did" word={did} />, rule],
        }))}
      />
      <RehearsedTable
        label={`${capital(many)} that one person decided alone, or that went elsewhere`}
        kind={one}
        heads={["Would have been", "What happened", "Policy"]}
        total={otherwise}
        rows={others.map(({ id, label, would, did, rule }) => ({ id, key: `${id} ${rule}`, label, cells: [would, did, rule] }))}
      />
      <p className="mt-2 text-12 text-ink-3">
        Matches are those that were there when the {one} arrived.
        {unknown > 0 &&
          ` They were looked up for the newest ${figure(found.looked)}; of ${figure(unknown)} more it is not known whether a policy would have qualified them.`}
      </p>
    </>
  )
}

function Figure({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd>
        <span className="block text-20 font-title tabular-nums">{value}</span>
        <span className="block text-12 text-ink-2">{note}</span>
      </dd>
    </div>
  )
}
