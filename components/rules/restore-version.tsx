"use client"
import { History } from "lucide-react"
import { Command } from "@/components/shell/command"
import type { RuleKind } from "./kinds"
import { doorsOf } from "./rule-doors"

type RestoreVersionProps = { kind: RuleKind; number: number; draftVersion: number; reason: string | null }

/** **Restore**: an earlier version holds again, as the next one. */
export function RestoreVersion({ kind, number, draftVersion, reason }: RestoreVersionProps) {
  return (
    <Command
      title="Restore"
      icon={<History aria-hidden="true" />}
      trigger={{ tone: "ghost", size: "s", label: `Restore version ${number}` }}
      busyWord="Restoring"
      sentence={`The rules of version ${number} hold again, as a new version. The draft says the same from then on.`}
      action={doorsOf(kind).restore}
      hidden={{ kind, number: String(number), draftVersion: String(draftVersion) }}
      reason={reason}
      news={(data) => ({ title: `Version ${data.number} holds`, text: `It says what version ${number} says.` })}
    />
  )
}
