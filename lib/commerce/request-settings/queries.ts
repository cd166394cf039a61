import { db, type Tx } from "@/lib/platform/db"

export type RequestSettings = {
  rejectReasons: string[]
  remindAfterDays: number | null
  staffAfterDays: number | null
  expireAfterDays: number | null
  askRemindAfterDays: number | null
  askExpireAfterDays: number | null
  version: number
}

const select = {
  ...{ rejectReasons: true, version: true },
  ...{ remindAfterDays: true, staffAfterDays: true, expireAfterDays: true },
  ...{ askRemindAfterDays: true, askExpireAfterDays: true },
} as const

/** How the house deals with requests: its usual reasons to reject, and after how many days what waits is reminded of and expires. */
export const getRequestSettings = (tx: Tx = db): Promise<RequestSettings> =>
  tx.requestSetting.findUniqueOrThrow({ where: { id: 1 }, select })
