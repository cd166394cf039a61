import { ArchiveCode, RenameCode, RestoreCode } from "@/components/settings/code-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import type { CodeRow } from "@/lib/commerce/customers/codes"
import { customerLists } from "@/lib/commerce/customers/rules"

const columns: PlainColumn[] = [
  { key: "code", label: "Code", width: 160 },
  { key: "name", label: "Name", phone: "second" },
  { key: "state", label: "State", width: 110, phone: "end" },
  { key: "commands", label: "Commands", width: 180, align: "right", isCommands: true },
]

type CodeListsProps = { codes: readonly CodeRow[]; isSearched: boolean; reason: string | null }

/** Every value list with its entries, each with its commands; while something is searched for, the lists that have it. */
export function CodeLists({ codes, isSearched, reason }: CodeListsProps) {
  const all = Object.entries(customerLists).map(([list, title]) => ({ list, title, codes: codes.filter((code) => code.list === list) }))
  return all
    .filter((one) => !isSearched || one.codes.length > 0)
    .map(({ list, title, codes: own }) => (
      <section key={list} aria-labelledby={`list-${list}`} className="border-t border-line">
        <h2 id={`list-${list}`} className="px-6 pt-5 pb-2 text-14 font-semi max-m:px-4">
          {title}
        </h2>
        <CodeTable title={title} codes={own} reason={reason} />
      </section>
    ))
}

type CodeTableProps = { title: string; codes: readonly CodeRow[]; reason: string | null }

function CodeTable({ title, codes, reason }: CodeTableProps) {
  return (
    <PlainTable
      label={title}
      columns={columns}
      empty={<p className="px-6 py-4 text-ink-3 max-m:px-4">Nothing can be chosen here yet. Add a code.</p>}
      rows={codes.map((code) => ({
        id: code.id,
        cells: {
          code: <span className="tabular-nums">{code.code}</span>,
          name: code.name,
          state: code.archivedAt ? "Archived" : "In use",
          commands: (
            <span className="inline-flex gap-1.5">
              <RenameCode code={code} reason={reason} />
              {code.archivedAt ? <RestoreCode code={code} reason={reason} /> : <ArchiveCode code={code} reason={reason} />}
            </span>
          ),
        },
      }))}
    />
  )
}
