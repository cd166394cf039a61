import {
  type JudgedMember,
  type MemberRole,
  refusalToChangeRole,
  refusalToDisable,
  refusalToEnable,
  refusalToInviteAgain,
  refusalToRemove,
} from "@/lib/commerce/hierarchies/rules"
import type { Refusal } from "@/lib/platform/errors"

export type MemberRefusals = {
  enable: string | null
  /** Offered where somebody who was invited has not accepted. */
  inviteAgain: string | null
  disable: string | null
  changeRole: string | null
  place: string | null
  remove: string | null
  /** The role that the chosen ones would get. */
  role: MemberRole
  /** Which command is off and why, in one sentence. */
  explained: string | null
}

type InvitedMember = JudgedMember & { invitedAt: Date }

type Above = { refusedByRole: string | null; suspended: string | null }

/** Why each command cannot be used on the chosen members; they are judged as if moved one after the other. */
export function refusalsOf(
  chosen: readonly InvitedMember[],
  everyone: readonly JudgedMember[],
  { refusedByRole, suspended }: Above,
  now = new Date(),
): MemberRefusals {
  const role = chosen[0]?.role === "admin" ? "user" : "admin"
  const none = refusedByRole ?? (chosen.length === 0 ? "Select a user first." : null)
  const judge = (refusal: (member: InvitedMember, left: JudgedMember[]) => Refusal | null) => {
    if (none) return none
    for (const [at, member] of chosen.entries()) {
      const gone = new Set(chosen.slice(0, at).map(({ id }) => id))
      const refused = refusal(
        member,
        everyone.filter(({ id }) => !gone.has(id)),
      )
      if (refused) return refused.message
    }
    return null
  }
  const refusals = {
    enable: none ?? suspended ?? judge(refusalToEnable),
    inviteAgain: none ?? suspended ?? judge((member) => refusalToInviteAgain(member, now)),
    disable: judge(refusalToDisable),
    changeRole: judge((member, left) => refusalToChangeRole(member, role, left)),
    place: none,
    remove: judge(refusalToRemove),
  }
  const words = { enable: "Enable", disable: "Disable", changeRole: "Change role", remove: "Remove" } as const
  const off = (["enable", "disable", "changeRole", "remove"] as const).find((command) => refusals[command])
  return { ...refusals, role, explained: off && !refusedByRole ? `${words[off]} is off: ${refusals[off]}` : null }
}
