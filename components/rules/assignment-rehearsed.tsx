import { Tag } from "@/components/ui/tag"
import type { AssignmentRehearsal } from "@/lib/sales/assignment/rehearse"
import type { RehearsedProps } from "./rehearsal-section"
import { RehearsedTable } from "./rehearsed-table"
import { ShareBar } from "./share-bar"

const figure = (count: number) => count.toLocaleString("en")

/** What assignment rules would have done: who would have got how many leads, and who owns them. */
export function AssignmentRehearsed({ found, people }: RehearsedProps<AssignmentRehearsal>) {
  const { judged, given, unmatched, passed, same, other, unowned, list } = found
  const all = same + other + unowned
  return (
    <>
      <p className="mb-3">
        <b className="font-semi">{`${figure(all)} of ${figure(judged)} leads`}</b> would have been given to somebody: {figure(same)} to whom
        owns them now, {figure(other)} to somebody else, {figure(unowned)} that nobody owns.
        {unmatched > 0 && ` For ${figure(unmatched)} no rule holds.`}
        {passed > 0 && ` For ${figure(passed)} a rule names nobody who works in Sales.`}
      </p>
      <ul className="grid gap-1.5" aria-label="Leads for each person">
        {Object.entries(given)
          .toSorted(([, one], [, another]) => another - one)
          .map(([id, count]) => (
            <ShareBar key={id} label={people[id] ?? "Somebody"} count={count} of={all} />
          ))}
      </ul>
      <RehearsedTable
        label="Leads and who would have got them"
        heads={["Would go to", "Owner now", "Rule"]}
        total={all}
        rows={list.map(({ id, label, would, did, isSame, rule }) => ({
          id,
          label,
          cells: [would, isSame ? <Tag key="same">The same</Tag> : (did ?? <span className="text-ink-3">Unassigned</span>), rule],
        }))}
      />
    </>
  )
}
