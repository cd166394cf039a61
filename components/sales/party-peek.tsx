import { Person } from "@/components/ui/person"
import { fullName } from "@/lib/platform/party"
import type { AccountDetail } from "@/lib/sales/accounts/queries"
import type { ContactDetail } from "@/lib/sales/contacts/queries"
import type { Story } from "@/lib/sales/get-story"
import type { Owner } from "@/lib/sales/owners"
import { AccountCommands, ContactCommands } from "./commands-of-party"
import { CompanyFacts } from "./company-facts"
import { ContactFacts } from "./contact-facts"
import { CustomerNumber } from "./customer-number"
import type { PartyRefusals } from "./party-refusals"
import { Peek } from "./peek"
import { RelatedRecords } from "./related-records"

type PartyPeekProps = { story: Story; href: string; refusals: PartyRefusals; owners: readonly Owner[] }

/** An account beside the list: the company, its people, what was said last, and the commands. */
export function AccountPeek({ account, story, href, refusals, owners }: PartyPeekProps & { account: AccountDetail }) {
  const { viewer } = story
  return (
    <Peek
      id={account.id}
      title={account.name}
      {...{ href, story }}
      facts={
        <>
          <Person name={account.ownerName} me={account.ownerId === viewer.id} />
          <CustomerNumber customer={account} />
        </>
      }
      commands={<AccountCommands account={account} viewerId={viewer.id} {...{ owners, refusals }} />}
    >
      <CompanyFacts company={account} />
      <RelatedRecords
        title="Contacts"
        records={account.contacts.map(({ id, email, ...name }) => ({
          kind: "contact",
          id,
          title: fullName(name),
          sub: email ?? undefined,
        }))}
        none="Nobody yet."
      />
    </Peek>
  )
}

/** A contact beside the list: the person, their company, what was said last, and the commands. */
export function ContactPeek({ contact, story, href, refusals, owners }: PartyPeekProps & { contact: ContactDetail }) {
  const { viewer } = story
  const { account } = contact
  return (
    <Peek
      id={contact.id}
      title={fullName(contact)}
      {...{ href, story }}
      facts={
        <>
          <Person name={contact.ownerName} me={contact.ownerId === viewer.id} />
          <CustomerNumber customer={contact} />
        </>
      }
      commands={<ContactCommands contact={contact} viewerId={viewer.id} {...{ owners, refusals }} />}
    >
      <ContactFacts person={contact} />
      {account && <CompanyFacts company={account} accountId={account.id} customer={account} />}
    </Peek>
  )
}
