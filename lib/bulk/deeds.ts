import { AppError } from "@/lib/platform/errors"
import { assignDeeds } from "./deeds/assign"
import { rateDeeds } from "./deeds/rate"
import type { Deed } from "./run-job"

const deeds: Readonly<Record<string, Deed>> = { ...assignDeeds, ...rateDeeds }

/** What a kind of run does to the records of a list. */
export function deedOf(list: string, kind: string): Deed {
  const deed = Object.hasOwn(deeds, `${list}.${kind}`) ? deeds[`${list}.${kind}`] : undefined
  if (!deed) throw new AppError("invalid", "This cannot be done to many records at once.")
  return deed
}
