import type { RefObject } from "react"
import type { Resolver } from "react-hook-form"
import { type RequestValues, typedValues } from "@/lib/onboarding/request-fields"

/** Lets the shared schema judge the form, fetched when it is first asked. Where it cannot be fetched nothing is refused: the server judges anyway. */
export function requestResolver(form: RefObject<HTMLFormElement | null>): Resolver<RequestValues> {
  return async (values, context, options) => {
    const judge = await import("@/components/onboarding/judge-request").catch(() => null)
    if (!judge) return { values, errors: {} }
    // What stands on the page is what will be sent: not the fields of another country, but also what was filled in without an event.
    const standing = form.current ? typedValues(new FormData(form.current)) : values
    return judge.judgeRequest(standing, context, options)
  }
}

/** Fetches what the form will ask, so that its answers come at once. A failure is no matter: it is fetched again. */
export function fetchJudges(): void {
  import("@/lib/onboarding/country-form").catch(() => {})
  import("@/components/onboarding/judge-request").catch(() => {})
}
