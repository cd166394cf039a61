import type { Ctx } from "@/lib/platform/context"
import type { Partner } from "./partner"

/** A command on a hierarchy, held to the hierarchy of the partner who asks: whatever else the form names is not found there. */
export const inOwnHierarchy =
  <Input extends { hierarchyId: string }, Data>(command: (ctx: Ctx, input: Input) => Promise<Data>) =>
  (ctx: Ctx & { actor: Partner }, input: Omit<Input, "hierarchyId">): Promise<Data> =>
    // Input is exactly what was left out of it and the hierarchy; TypeScript cannot say so of a type parameter.
    command(ctx, { ...input, hierarchyId: ctx.actor.hierarchyId } as Input)
