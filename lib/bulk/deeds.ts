import { AppError } from "@/lib/platform/errors"
import { approveDeeds } from "./deeds/approve"
import { askDeeds } from "./deeds/ask"
import { assignDeeds } from "./deeds/assign"
import { assignByRulesDeeds } from "./deeds/assign-by-rules"
import { disqualifyDeeds } from "./deeds/disqualify"
import { qualifyDeeds } from "./deeds/qualify"
import { rateDeeds } from "./deeds/rate"
import { reactivateDeeds } from "./deeds/reactivate"
import { rejectDeeds } from "./deeds/reject"
import { reopenDeeds } from "./deeds/reopen"
import { setChannelsDeeds } from "./deeds/set-channels"
import { setTermsDeeds } from "./deeds/set-terms"
import type { Deed } from "./run-job"

const deeds: Readonly<Record<string, Deed>> = {
  ...assignDeeds,
  ...assignByRulesDeeds,
  ...rateDeeds,
  ...qualifyDeeds,
  ...disqualifyDeeds,
  ...approveDeeds,
  ...rejectDeeds,
  ...reopenDeeds,
  ...reactivateDeeds,
  ...setTermsDeeds,
  ...setChannelsDeeds,
  ...askDeeds,
}

/** What a kind of run does to the records of a list. */
export function deedOf(list: string, kind: string): Deed {
  const deed = Object.hasOwn(deeds, `${list}.${kind}`) ? deeds[`${list}.${kind}`] : undefined
  if (!deed) throw new AppError("invalid", "This cannot be done to many records at once.")
  return deed
}
