"use client"
import { useEffect, useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import type { CountryForm } from "@/lib/onboarding/country-form"
import type { PersonField, RequestValues } from "@/lib/onboarding/request-fields"

const ofCountry: PersonField[] = ["country", "city", "stateProvince", "postalCode", "phone", "taxId"]

/** The fields of the country that stands in the form, from `start` on. When they change, what is filled is judged anew and what is empty is let be. */
export function useCountryForm({ watch, getValues, clearErrors, trigger }: UseFormReturn<RequestValues>, start: CountryForm): CountryForm {
  const [fetched, setFetched] = useState<CountryForm | null>(null)
  const code = watch("country")
  const country = fetched ?? start

  useEffect(() => {
    let isLatest = true
    const show = async () => {
      const { countryForm } = await import("@/lib/onboarding/country-form")
      if (isLatest) setFetched(countryForm(code))
    }
    if (code !== country.code) show()
    return () => {
      isLatest = false
    }
  }, [code, country.code])

  useEffect(() => {
    if (!fetched) return
    const isJudged = (name: PersonField) => name !== "city" && getValues(name) !== ""
    clearErrors(ofCountry.filter((name) => !isJudged(name)))
    trigger(ofCountry.filter(isJudged))
  }, [fetched, getValues, clearErrors, trigger])

  return country
}
