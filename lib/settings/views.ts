import type { ListShape } from "@/lib/platform/list-query"
import { mapKeys } from "@/lib/sync/maps"

export const auditList: ListShape<never, "at", "all"> = {
  path: "/settings/audit",
  views: { all: "Audit" },
  firstView: "all",
  filters: {},
  sorts: { at: "desc" },
  firstSort: "at",
}

export const dualWriteList: ListShape<"map", "at", "all"> = {
  path: "/settings/integration",
  views: { all: "What dual-write wrote" },
  firstView: "all",
  filters: { map: mapKeys },
  sorts: { at: "desc" },
  firstSort: "at",
}
