import { Score } from "@/components/ui/score"
import { Status } from "@/components/ui/status"
import { leadStates } from "@/lib/sales/leads/rules"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { type Grade, grades } from "@/lib/sales/scoring/grades"
import type { ScoringRehearsal } from "@/lib/sales/scoring/rehearse"
import type { RehearsedProps } from "./rehearsal-section"
import { RehearsedTable } from "./rehearsed-table"
import { ShareBar } from "./share-bar"

const figure = (count: number) => count.toLocaleString("en")

/** What scoring rules would say, beside what became of the leads; and how often each rule would fire. */
export function ScoringRehearsed({ found: { judged, grades: byGrade, byRule, changed, list }, book }: RehearsedProps<ScoringRehearsal>) {
  return (
    <>
      <table className="mb-4 w-full max-w-[560px] border-collapse text-left tabular-nums" aria-label="Grades and what became of the leads">
        <thead>
          <tr className="text-12 text-ink-3">
            {["Grade", "Leads", "Qualified", "Disqualified", "Open", "Qualified of decided"].map((head, at) => (
              <th key={head} scope="col" className={`border-b border-line py-1.5 font-medium ${at > 0 ? "text-right" : ""}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(grades).map(([grade, letter]) => {
            const { open, qualified, disqualified } = byGrade[grade as Grade]
            const decided = qualified + disqualified
            const cells = [open + decided, qualified, disqualified, open].map(figure)
            return (
              <tr key={grade} className="border-b border-line last:border-0">
                <th scope="row" className="py-1.5 font-semi">
                  {letter}
                </th>
                {[...cells, decided > 0 ? `${Math.round((qualified / decided) * 100)} %` : "–"].map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in a fixed order
                  <td key={at} className="py-1.5 text-right">
                    {cell}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <ul className="grid gap-1.5" aria-label="How often each rule fires">
        {(book.rules as readonly Rule[])
          .filter(({ isOn }) => isOn)
          .map(({ id, name }) => (
            <ShareBar key={id} label={name} count={byRule[id] ?? 0} of={judged} />
          ))}
      </ul>
      <RehearsedTable
        label="Leads whose score would change"
        heads={["Score now", "Would be", "State"]}
        total={changed}
        rows={list.map(({ id, label, was, would, grade, state }) => ({
          id,
          label,
          cells: [
            was ?? <span className="text-ink-3">None</span>,
            <Score key="would" score={would} grade={grades[grade]} />,
            <Status key="state" word={leadStates[state].word} />,
          ],
        }))}
      />
    </>
  )
}
