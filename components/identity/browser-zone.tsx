"use client"
import { useEffect } from "react"
import { zoneCookie } from "@/lib/identity/zone-cookie"

/** Says the browser's time zone along with whatever signs in from this page. */
export function BrowserZone() {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in some browsers, and needs https
    if (timeZone) document.cookie = `${zoneCookie}=${encodeURIComponent(timeZone)}; path=/; max-age=3600; samesite=lax`
  }, [])
  return null
}
