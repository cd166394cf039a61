"use client"
import dynamic from "next/dynamic"
import type { ComponentType } from "react"
import type { LeadCommand, LeadDialogProps, LeadWorkView } from "./lead-work"

const dialogs: Record<LeadCommand, ComponentType<LeadDialogProps>> = {
  qualify: dynamic(() => import("./qualify-dialog").then((part) => part.QualifyDialog), { ssr: false }),
  disqualify: dynamic(() => import("./disqualify-dialog").then((part) => part.DisqualifyDialog), { ssr: false }),
  assign: dynamic(() => import("./assign-dialog").then((part) => part.AssignDialog), { ssr: false }),
  reactivate: dynamic(() => import("./reactivate-dialog").then((part) => part.ReactivateDialog), { ssr: false }),
}

type LeadDialogsProps = { work: LeadWorkView; command: LeadCommand | null; onClose: () => void }

/** The dialog of a lead's command, loaded when it is first opened. */
export function LeadDialogs({ work, command, onClose }: LeadDialogsProps) {
  if (!command) return null
  const Opened = dialogs[command]
  return <Opened work={work} onClose={onClose} />
}
