import type { Refusal } from "@/lib/platform/errors"
import type { MergeSide } from "./merge-rules"

/** Whom a merge can tell that two requests were put together, whether that goes without saying, and why or why not. */
export type Telling = { name: string; email: string; isUsual: boolean; why: string }

type Side = Pick<MergeSide, "label" | "request">

/** Null where nobody is to be told, since no request ends. */
export function tellingOf(primary: Side, loser: Side): Telling | null {
  if (!primary.request || !loser.request) return null
  const { name, email, number } = loser.request
  const isSameAddress = email === primary.request.email
  const isSameName = name.toLocaleLowerCase() === primary.request.name.toLocaleLowerCase()
  if (!isSameAddress) return { name, email, isUsual: true, why: `${number} came from another address, ${email}.` }
  if (!isSameName) return { name, email, isUsual: true, why: `${number} came from the same address in the name of ${name}.` }
  return { name, email, isUsual: false, why: `${name} sent both from ${email}, and reads on the page of either that they are one.` }
}

/** Why a merge cannot tell anybody, or null. */
export function refusalToTell(primary: Side, loser: Side): Refusal | null {
  if (tellingOf(primary, loser)) return null
  const { request } = loser
  const message = request
    ? `The request ${request.number} goes on as it is, so there is nothing to tell its applicant.`
    : `${loser.label} has no request, so there is nobody to tell.`
  return { code: "conflict", message }
}
