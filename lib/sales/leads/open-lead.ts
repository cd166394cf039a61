import type { Ctx } from "@/lib/platform/context"
import type { Editables, FieldText } from "@/lib/platform/editable"
import { announceArrived } from "./announce-arrived"
import { columnsOf } from "./conversion-rows"
import { leadEditables } from "./editables"
import { leadKeys } from "./lead-keys"

/** The prospect that a lead mirrors, and the storefront at which it was asked. */
type MirroredProspect = { id: string; number: string; channel: string; channelName: string }

/** A new lead: the values of its fields as text, by their keys, and the prospect that it mirrors. */
export type NewLead = { id: string; values: Readonly<Record<string, FieldText>>; prospect: MirroredProspect | null }

const told: Editables = {
  ...leadEditables,
  comments: { label: "Comments", kind: "long-text", column: "comments" },
  language: { label: "Language", kind: "text", column: "language" },
}

/** Opens a lead, New and without an owner, with the command's ledger. What has no value takes its default. */
export function openLead(ctx: Ctx, { id, values, prospect }: NewLead): void {
  const { ledger, now } = ctx
  const text = (key: string) => values[key] ?? null
  const { searchText, nameKey, domain } = leadKeys({
    companyName: text("company") ?? "",
    firstName: text("firstName") ?? "",
    lastName: text("lastName") ?? "",
    email: text("email"),
    phone: text("phone"),
    website: text("website"),
    prospectNumber: prospect?.number ?? null,
  })
  announceArrived(ctx, [id])
  ledger.insert("sales.lead", {
    id,
    ...Object.fromEntries(Object.entries(columnsOf(told, values)).filter(([, value]) => value !== null)),
    first_name: text("firstName") ?? "",
    from_commerce: prospect !== null,
    prospect_id: prospect?.id ?? null,
    prospect_number: prospect?.number ?? null,
    channel: prospect?.channel ?? null,
    channel_name: prospect?.channelName ?? null,
    created_at: now,
    search_text: searchText,
    name_key: nameKey,
    domain,
  })
}
