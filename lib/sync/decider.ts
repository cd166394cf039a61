import type { Staff } from "@/lib/identity/actor"
import type { ActingRole } from "@/lib/identity/permissions"
import type { Actor, Ctx } from "@/lib/platform/context"
import { namedPolicy } from "@/lib/sales/policies/effect"

/** Who decides: a member of staff, or a policy in place of one. A policy was made by whoever may decide anybody's. */
export type Decider = Staff | PolicyActor
export type PolicyActor = Actor & { kind: "system"; id: null; staffRole: ActingRole }

export type DeciderCtx = Ctx & { actor: Decider }

/** A policy as the one who acts, and as what its decisions say of it. */
export function byPolicy(ctx: Ctx, rule: { id: string; name: string }, version: number): Ctx & { actor: PolicyActor } {
  const name = namedPolicy(rule, version)
  return {
    ...ctx,
    actor: { kind: "system", id: null, name, role: "system", staffRole: "administrator" },
    policy: { id: rule.id, name: rule.name, version },
  }
}
