import { z } from "zod"
import { amountText } from "@/lib/commerce/credit/money"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"
import { dayText } from "./day-text"
import { memberValues, selectMember } from "./member-values"

const About = z.object({ memberId: z.uuid(), termsId: z.uuid() })

/** Tells an Admin the new credit limit; nothing of it where nothing is sold on account. */
export const load: Load = async (about, { language }) => {
  const { memberId, termsId } = About.parse(about)
  const where = { id: memberId, role: "admin" as const, removedAt: null, hierarchy: { suspendedAt: null } }
  const credit = { select: { timeZone: true } } as const
  const [member, terms] = await Promise.all([
    db.hierarchyMember.findUnique({ where, select: selectMember }),
    db.creditTerms.findUnique({
      where: { id: termsId },
      select: { currency: true, amount: true, allowOnAccount: true, validFrom: true, credit },
    }),
  ])
  if (!member || !terms) return null
  return {
    ...memberValues(member),
    limit: amountText(terms.allowOnAccount ? Number(terms.amount) : 0, terms.currency),
    from: dayText(terms.validFrom.toISOString(), language, terms.credit.timeZone),
  }
}
