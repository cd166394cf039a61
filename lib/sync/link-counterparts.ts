import type { Ctx } from "@/lib/platform/context"
import type { Decision } from "./decision"

type Pair = {
  sales: { kind: "account" | "contact"; id: string; label: string; isNew: boolean }
  customer: { id: string; number: string; isNew: boolean }
}

/** Makes an account or contact and its customer know each other where one of the two existed before the other. */
export async function linkCounterparts({ tx }: Ctx, decision: Decision, { sales, customer }: Pair): Promise<void> {
  if (sales.isNew === customer.isNew) return
  const numbered = { customerId: customer.id, customerNumber: customer.number, version: { increment: 1 } }
  if (customer.isNew && sales.kind === "account") {
    const { version } = await tx.account.update({ where: { id: sales.id }, data: numbered, select: { version: true } })
    decision.changed(
      "account",
      { ...sales, version: version - 1 },
      { customerId: null, customerNumber: null },
      `Account ${sales.label} is linked to ${customer.number}`,
      "linked",
    )
  } else if (customer.isNew) {
    const { version } = await tx.contact.update({ where: { id: sales.id }, data: numbered, select: { version: true } })
    decision.changed(
      "contact",
      { ...sales, version: version - 1 },
      { customerId: null, customerNumber: null },
      `Contact ${sales.label} is linked to ${customer.number}`,
      "linked",
    )
  } else {
    const { version } = await tx.customer.update({
      where: { id: customer.id },
      data: { salesId: sales.id, version: { increment: 1 } },
      select: { version: true },
    })
    const record = { kind: "customer" as const, id: customer.id, label: customer.number, version: version - 1 }
    decision.changed("customer", record, { salesId: null }, `Customer ${customer.number} is linked to ${sales.label}`, "linked")
  }
}
