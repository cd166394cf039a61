"use client"
import { useAsked } from "@/components/shell/use-asked"
import type { Place } from "@/lib/search/places"

export type Places = { views: readonly Place[]; settings: readonly Place[] }

const unknown: Places = { views: [], settings: [] }

/** The views and settings pages of this person, asked for when the palette opens. */
export const usePlaces = (): Places => useAsked("/search/places") ?? unknown
