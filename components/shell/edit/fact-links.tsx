import { NetAddress } from "@/components/ui/net-address"

const host = (website: string) => website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")

/** An email that opens a new message; nothing where there is none. */
export function EmailLink({ email }: { email: string | null }) {
  if (!email) return null
  return (
    <a className="link" href={`mailto:${email}`}>
      <NetAddress text={email} />
    </a>
  )
}

/** A number that can be called. */
export const PhoneLink = ({ phone, shown }: { phone: string | null; shown: string }) => phone && <a href={`tel:${phone}`}>{shown}</a>

/** A website that opens in another tab; what is no web address is only shown. */
export function WebsiteLink({ website }: { website: string | null }) {
  if (!website || !/^https?:\/\//.test(website)) return website
  return (
    <a className="link" href={website} rel="noreferrer noopener" target="_blank">
      <NetAddress text={host(website)} />
    </a>
  )
}

/** Lines one below the other; nothing where there are none. */
export function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}
