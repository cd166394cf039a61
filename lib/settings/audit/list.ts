import type { ListQuery, ListShape } from "@/lib/platform/list-query"
import { moveWords } from "@/lib/platform/move-words"
import { auditAreas } from "./areas"

export type AuditFilter = "area" | "move" | "person" | "record" | "from" | "to"
export type AuditQuery = ListQuery<AuditFilter, "at", "all">

export const auditList: ListShape<AuditFilter, "at", "all"> = {
  path: "/settings/audit",
  views: { all: "Audit" },
  firstView: "all",
  filters: { area: Object.keys(auditAreas), move: Object.keys(moveWords), person: "person", record: "record", from: "day", to: "day" },
  sorts: { at: "desc" },
  firstSort: "at",
}
