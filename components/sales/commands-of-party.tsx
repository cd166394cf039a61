import { fullName } from "@/lib/platform/party"
import type { AccountDetail } from "@/lib/sales/accounts/queries"
import type { ContactDetail } from "@/lib/sales/contacts/queries"
import type { Owner } from "@/lib/sales/owners"
import { PartyCommands } from "./party-commands"
import type { PartyRefusals } from "./party-refusals"

type Around = { viewerId: string; owners: readonly Owner[]; refusals: PartyRefusals }

/** The commands of an account, for its page and its preview. */
export function AccountCommands({ account, refusals, ...around }: Around & { account: AccountDetail }) {
  const { id, name, ownerId } = account
  const contacts = account.contacts.map((contact) => ({ id: contact.id, name: fullName(contact) }))
  return (
    <PartyCommands
      record={{ kind: "account", id, name, ownerId, ...around, refusal: refusals.assign }}
      account={{ accountId: id, accountName: name, contacts }}
      refusals={refusals}
    />
  )
}

/** The commands of a contact, for its page and its preview. */
export function ContactCommands({ contact, refusals, ...around }: Around & { contact: ContactDetail }) {
  const { id, ownerId, account } = contact
  const name = fullName(contact)
  return (
    <PartyCommands
      record={{ kind: "contact", id, name, ownerId, ...around, refusal: refusals.assign }}
      account={account && { accountId: account.id, accountName: account.name, contacts: [{ id, name }] }}
      refusals={refusals}
    />
  )
}
