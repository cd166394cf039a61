import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { type Limit, spendWithin } from "@/lib/platform/limits"
import { addressKey } from "./request"

const perAddress = (): Limit => ({ name: "reset-address", points: env().RESET_PER_ADDRESS_PER_DAY, windowSeconds: 86_400 })
const perIp = (): Limit => ({ name: "reset-ip", points: env().SIGN_IN_PER_IP, windowSeconds: env().SIGN_IN_WINDOW_MINUTES * 60 })

/**
 * Asks for the letter with the link to a new password, from a network address. What happens in sight is the same whether or not anybody
 * has the email, which comes in its canonical form.
 */
export async function requestPasswordReset(ctx: Ctx, { email }: { email: string }, from: string): Promise<void> {
  const person = await ctx.tx.person.findUnique({ where: { email }, select: { id: true, disabledAt: true } })
  if (person && !person.disabledAt) announce(ctx, "password.reset_requested", { personId: person.id })
  spendWithin(ctx, perAddress(), email)
  spendWithin(ctx, perIp(), addressKey(from))
}
