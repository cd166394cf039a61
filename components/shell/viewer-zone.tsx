"use client"
import type { ReactNode } from "react"
import { tellZone } from "@/lib/platform/viewer-zone"

/** Everything inside tells times in this zone, from the first look on: the browser learns it before it draws anything. */
export function ViewerZone({ zone, children }: { zone: string; children: ReactNode }) {
  tellZone(zone)
  return children
}
