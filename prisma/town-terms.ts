import { addAddress } from "@/lib/commerce/customers/change-addresses"
import { addContactInfo } from "@/lib/commerce/customers/change-contact-infos"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { editCustomer } from "@/lib/sync/edit-customer"

type Terms = {
  company: string
  changes: Record<string, string>
  delivery?: { name: string; country: string; street: string; city: string; postalCode: string }
  invoices?: string
}

const terms: readonly Terms[] = [
  {
    company: "Hellenic Ropeworks S.A.",
    changes: {
      ...{ searchName: "Ropeworks", customerGroup: "DIST", paymentTerms: "N30", paymentMethod: "TRANSFER", deliveryTerms: "DAP" },
      ...{ deliveryMode: "SEA", priceGroup: "GOLD", discountGroup: "VOL", currency: "EUR" },
    },
    delivery: { name: "Perama yard", country: "GR", street: "Leof. Dimokratias 12", city: "Perama", postalCode: "188 63" },
    invoices: "accounts@hellenicropeworks.example",
  },
  {
    company: "Mediterranean Yacht Provisioning Ltd",
    changes: {
      customerGroup: "DEALER",
      paymentTerms: "N14",
      priceGroup: "SILVER",
      currency: "EUR",
      hold: "invoices",
      holdReason: "Invoice 2291 is disputed",
    },
  },
]

/** What Commerce agreed with some of the town's partners. */
export async function agreeTerms(henrik: Staff, now: Date): Promise<void> {
  for (const { company, changes, delivery, invoices } of terms) {
    const customer = await db.customer.findFirst({ where: { type: "organization", name: company }, select: { id: true, version: true } })
    if (!customer) continue
    const { id: customerId, version } = customer
    await inTransaction(
      henrik,
      async (plain) => {
        const ctx = { ...plain, actor: henrik }
        await editCustomer(ctx, { id: customerId, version, changes, base: {} })
        if (delivery) await addAddress(ctx, { customerId, purpose: "delivery", street2: "", stateProvince: "", ...delivery })
        if (invoices) await addContactInfo(ctx, { customerId, kind: "email", value: invoices, label: "Accounts payable" })
      },
      new Date(now.getTime() - 86_400_000),
    )
  }
}
