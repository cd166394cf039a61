import { mailStates } from "@/lib/mail/rules"
import type { ListShape } from "@/lib/platform/list-query"
import { mapKeys } from "@/lib/sync/maps"

export const auditList: ListShape<never, "at"> = { path: "/settings/audit", filters: {}, sorts: { at: "desc" }, firstSort: "at" }

export const mailList: ListShape<"state", "at"> = {
  path: "/settings/email",
  filters: { state: Object.keys(mailStates) },
  sorts: { at: "desc" },
  firstSort: "at",
}

export const dualWriteList: ListShape<"map", "at"> = {
  path: "/settings/integration",
  filters: { map: mapKeys },
  sorts: { at: "desc" },
  firstSort: "at",
}
