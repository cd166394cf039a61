import { roleRefusal } from "@/components/shell/role-refusal"
import type { BulkList } from "@/lib/bulk/kinds"
import { bulkKey, bulkKinds, bulkOversight, kindsIn } from "@/lib/bulk/kinds"
import { refusalToBegin, takesAll } from "@/lib/bulk/rules"
import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { listParams } from "@/lib/platform/list-href"
import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { BulkBar } from "./bulk-bar"

/** What a list's page says of the commands for many of its records: the bar over ticked rows, and its letters. */
export function listBulk(staff: Staff, list: BulkList, shape: WorkShape, query: ListQuery) {
  const view = String(new URLSearchParams(listParams(shape, { ...query, after: null, before: null })))
  const commands = kindsIn(list, query.view).map((kind) => ({ kind, refusal: refusalToBegin(staff, list, kind)?.message ?? null }))
  const mayGive = may(staff.staffRole, bulkOversight[list].give)
  return {
    bulk: (
      <BulkBar
        list={list}
        view={view}
        commands={commands}
        viewer={{ id: staff.id, name: staff.name }}
        mayGive={mayGive}
        takesAll={takesAll(staff)}
        exportRefusal={roleRefusal(staff.staffRole, "list:export", "export lists")}
      />
    ),
    bulkKeys: [
      { key: "Shift A", word: "Select all that match" },
      ...commands.map(({ kind }) => ({ key: bulkKey(list, kind).toUpperCase(), word: `${bulkKinds[kind].word}, the selected rows` })),
      { key: "E", word: "Export the selected rows" },
    ],
  }
}
