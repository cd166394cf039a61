import { type CountryForm, countryForm } from "./country-form"
import { filledForMs } from "./fill-time"
import { type RequestProblems, type RequestValues, typedValues } from "./request-fields"

/** What the form is filled with again after it was sent and not taken. `error` is null when only its address fields were asked for. */
export type RequestFormState = {
  ok: false
  error: { message: string; fields: RequestProblems } | null
  values: RequestValues
  country: CountryForm
  /** What the form carries unseen, so that a page made anew without a script stays the same form. */
  submissionKey: string | null
  startedAt: string | null
  /** The browser has to work for the request, and send it again with the proof. */
  asksProof: boolean
}

/** The state that shows a form again with all that was typed. */
export function refilled(form: FormData, error: RequestFormState["error"], asksProof = false): RequestFormState {
  const values = typedValues(form)
  const startedAt = oneOf(form, "startedAt")
  return {
    ok: false,
    error,
    values,
    country: countryForm(values.country),
    submissionKey: oneOf(form, "submissionKey"),
    startedAt: startedAt !== null && filledForMs(startedAt, new Date()) !== null ? startedAt : null,
    asksProof,
  }
}

function oneOf(form: FormData, name: string): string | null {
  const sent = form.get(name)
  return typeof sent === "string" && sent !== "" ? sent : null
}

/** Whether the form was sent by **Update address fields**, which stands in for a script: answer with `refilled(form, null)`. */
export function asksForAddressFields(form: FormData): boolean {
  return form.get("intent") === "country"
}
