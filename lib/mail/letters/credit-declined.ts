import { z } from "zod"
import { amountText } from "@/lib/commerce/credit/money"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"
import { memberValues, selectMember } from "./member-values"

const About = z.object({ memberId: z.uuid(), requestId: z.uuid() })

/** Tells whoever asked for credit why they get none. */
export const load: Load = async (about) => {
  const { memberId, requestId } = About.parse(about)
  const [member, request] = await Promise.all([
    db.hierarchyMember.findUnique({ where: { id: memberId, removedAt: null }, select: selectMember }),
    db.creditRequest.findUnique({
      where: { id: requestId, state: "declined" },
      select: { currency: true, amount: true, answer: true },
    }),
  ])
  if (!member || !request) return null
  return { ...memberValues(member), limit: amountText(Number(request.amount), request.currency), reason: request.answer ?? "" }
}
