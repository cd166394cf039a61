"use client"
import { useEffect, useState } from "react"
import type { Place } from "@/lib/search/places"

export type Places = { views: readonly Place[]; settings: readonly Place[] }

/** The views and settings pages of this person, asked for when the palette opens. */
export function usePlaces(): Places {
  const [places, setPlaces] = useState<Places>({ views: [], settings: [] })
  useEffect(() => {
    const stop = new AbortController()
    fetch("/search/places", { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((known: Places | null) => known && setPlaces(known))
      .catch(() => {})
    return () => stop.abort()
  }, [])
  return places
}
