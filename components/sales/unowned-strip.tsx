import { UserCheck } from "lucide-react"
import { CommandButton } from "@/components/shell/command-button"
import { Strip } from "@/components/ui/strip"
import { assignLead } from "@/lib/sales/actions"

type UnownedStripProps = { leadId: string; viewerId: string; reason: string | null }

/** Why a lead that dual-write made is not in My open leads. */
export function UnownedStrip({ leadId, viewerId, reason }: UnownedStripProps) {
  return (
    <Strip
      tone="mute"
      action={
        <CommandButton
          action={assignLead}
          input={{ leadId, ownerId: viewerId }}
          done="The lead is yours"
          icon={<UserCheck aria-hidden="true" />}
          reason={reason}
        >
          Take
        </CommandButton>
      }
    >
      This lead came from Commerce and nobody owns it yet. It joins My open leads when somebody takes it.
    </Strip>
  )
}
