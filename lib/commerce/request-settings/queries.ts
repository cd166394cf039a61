import { db, type Tx } from "@/lib/platform/db"

export type RequestSettings = {
  rejectReasons: string[]
  remindAfterDays: number | null
  staffAfterDays: number | null
  expireAfterDays: number | null
  version: number
}

const select = { rejectReasons: true, remindAfterDays: true, staffAfterDays: true, expireAfterDays: true, version: true } as const

/** How the house deals with requests: its usual reasons to reject, and after how many days what waits is reminded of and expires. */
export const getRequestSettings = (tx: Tx = db): Promise<RequestSettings> =>
  tx.requestSetting.findUniqueOrThrow({ where: { id: 1 }, select })
