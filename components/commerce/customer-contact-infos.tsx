import { EmailLink, PhoneLink } from "@/components/shell/edit/fact-links"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"
import { formatPhone } from "@/lib/platform/phone"
import { AddContactInfo, ContactInfoCommands } from "./contact-info-commands"

type CustomerContactInfosProps = { customerId: string; infos: CustomerDetail["contactInfos"]; reason: string | null }

/** Further emails and phones, each with what it is for, and the way to another one. */
export function CustomerContactInfos({ customerId, infos, reason }: CustomerContactInfosProps) {
  return (
    <div className="mt-3 grid gap-2.5">
      {infos.length > 0 && (
        <ul className="grid gap-2.5" aria-label="Further emails and phones">
          {infos.map(({ id, kind, value, label }) => (
            <li key={id} className="wrap-anywhere">
              <span className="block text-12 text-ink-3">{label}</span>
              {kind === "email" ? <EmailLink email={value} /> : <PhoneLink phone={value} shown={formatPhone(value)} />}
              <span className="mt-1 flex flex-wrap gap-1.5">
                <ContactInfoCommands customerId={customerId} info={{ id, kind, value, label }} reason={reason} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <AddContactInfo customerId={customerId} reason={reason} />
      </div>
    </div>
  )
}
