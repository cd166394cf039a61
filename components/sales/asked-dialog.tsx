"use client"
import { useRouter } from "next/navigation"
import { LeadDialogs } from "./lead-dialogs"
import type { LeadCommand, LeadWorkView } from "./lead-work"

/** The dialog that the URL of the grid asks for; closing it leads back to the grid as it was. */
export function AskedDialog({ work, command, closeHref }: { work: LeadWorkView; command: LeadCommand; closeHref: string }) {
  const router = useRouter()
  return <LeadDialogs work={work} command={command} onClose={() => router.replace(closeHref, { scroll: false })} />
}
