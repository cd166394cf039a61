import { History, SearchX } from "lucide-react"
import Link from "next/link"
import { AuditExport } from "@/components/settings/audit-export"
import { AuditFilters } from "@/components/settings/audit-filters"
import { ChainStrip } from "@/components/settings/chain-strip"
import { RowKeys } from "@/components/settings/row-keys"
import { SettingsHead } from "@/components/settings/settings-head"
import { ListRail } from "@/components/shell/list-rail"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { RecordLink } from "@/components/shell/record-link"
import { stateWord } from "@/components/shell/state-word"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { Moment } from "@/components/ui/time"
import type { Page } from "@/lib/platform/keyset"
import { keptParams, listedHref, wholeHref } from "@/lib/platform/list-href"
import { isNarrowed } from "@/lib/platform/list-query"
import { isMoveName, moveWords } from "@/lib/platform/move-words"
import { type AuditQuery, auditList } from "@/lib/settings/audit/list"
import type { AuditRow, ChainState } from "@/lib/settings/audit/queries"

const columns: PlainColumn[] = [
  { key: "move", label: "Who did what" },
  { key: "record", label: "Record", width: 220, phone: "second" },
  { key: "change", label: "From → to", width: 230, hideBelow: "m" },
  { key: "reason", label: "Why", width: 230, hideBelow: "m" },
  { key: "at", label: "When", width: 132, align: "right", phone: "top" },
]

/** What somebody did, in words. */
export const moveText = (move: string): string => (isMoveName(move) ? moveWords[move] : move)

/** From where to where a move went. */
export const changeText = ({ from, to }: Pick<AuditRow, "from" | "to">): string =>
  [from, to]
    .filter((state) => state !== null)
    .map(stateWord)
    .join(" → ")

type AuditListProps = {
  query: AuditQuery
  page: Page<AuditRow>
  chain: ChainState
  people: readonly { id: string; name: string }[]
  /** What the record is called that alone is asked for. */
  recordLabel: string | null
}

/** Every move, newest first: who, what, on which record, from where to where, and why. */
export function AuditList({ query, page, chain, people, recordLabel }: AuditListProps) {
  const rows = page.rows.map((row) => ({
    id: row.id,
    cells: {
      move: (
        <Link href={listedHref(auditList, query, row.id)} prefetch={false} className="link">
          {row.actorName} <span className="font-regular text-ink-2">{moveText(row.move)}</span>
        </Link>
      ),
      record: (
        <RecordLink kind={row.recordKind} id={row.recordId}>
          {row.recordLabel}
        </RecordLink>
      ),
      change: changeText(row),
      reason: row.reason && <span title={row.reason}>{row.reason}</span>,
      at: <Moment at={row.at} />,
    },
  }))
  return (
    <>
      <SettingsHead
        title="Audit"
        path={auditList.path}
        text="Every move, newest first. Nothing here is ever changed or deleted."
        commands={<AuditExport params={{ ...keptParams(auditList, query), ...(query.q ? { q: query.q } : {}) }} />}
      />
      <ChainStrip chain={chain} />
      <AuditFilters query={query} people={people} recordLabel={recordLabel} />
      <RowKeys>
        <PlainTable label="Audit" columns={columns} rows={rows} empty={<Nothing query={query} />} />
      </RowKeys>
      <ListRail shape={auditList} query={query} page={page} />
    </>
  )
}

function Nothing({ query }: { query: AuditQuery }) {
  if (!isNarrowed(query))
    return <Empty icon={<History />} title="No moves yet" text="As soon as somebody does something, it is told here." />
  return (
    <Empty
      icon={<SearchX />}
      title="No moves match"
      text="Nobody did anything that fits the search and the filters."
      actions={<ButtonLink href={wholeHref(auditList, query)}>Clear search and filters</ButtonLink>}
    />
  )
}
