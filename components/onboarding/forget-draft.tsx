"use client"
import { useEffect } from "react"
import { forgetDraft } from "@/components/onboarding/request-draft"

/** Clears the form's draft from the device: the request has arrived. */
export function ForgetDraft() {
  useEffect(forgetDraft, [])
  return null
}
