import Link from "next/link"
import { ArchiveChannel, BringChannelBack, EditChannel, MakeChannelDefault } from "@/components/settings/channel-commands"
import type { ProfileChoice } from "@/components/settings/channel-fields"
import { ChannelHistory } from "@/components/settings/channel-history"
import { hierarchiesCounted } from "@/components/settings/hierarchies-counted"
import { Facts } from "@/components/ui/facts"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import type { ChannelDeed, ChannelRow, HierarchyCounts } from "@/lib/commerce/channels/queries"
import { languageName } from "@/lib/platform/language-name"

type ChannelListProps = {
  channels: readonly ChannelRow[]
  /** How many requests wait in each, by its code. */
  pending: Readonly<Record<string, number>>
  belonging: HierarchyCounts
  history: Readonly<Record<string, readonly ChannelDeed[]>>
  /** The notification profiles that a channel may choose. */
  profiles: readonly ProfileChoice[]
  origin: string
  reason: string | null
}

/** Every channel with what it is called, where it stands, and what was done to it. */
export function ChannelList({ channels, pending, belonging, history, profiles, origin, reason }: ChannelListProps) {
  return (
    <ul className="border-t border-line" aria-label="Channels">
      {channels.map((channel) => (
        <li key={channel.id} className="measured py-5 not-first:border-t not-first:border-line">
          <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
            <h2 className="min-w-0 text-14 font-semi wrap-anywhere">{channel.name}</h2>
            {channel.isDefault && <Tag tone="accent">Default</Tag>}
            <Status word={channel.archivedAt ? "Archived" : "Open"} plain />
            <span className="ml-auto inline-flex flex-wrap gap-1.5">
              <EditChannel channel={channel} profiles={profiles} reason={reason} />
              {channel.archivedAt ? (
                <BringChannelBack channel={channel} reason={reason} />
              ) : (
                !channel.isDefault && (
                  <>
                    <MakeChannelDefault channel={channel} reason={reason} />
                    <ArchiveChannel
                      channel={channel}
                      pending={pending[channel.code] ?? 0}
                      named={belonging.named[channel.code] ?? 0}
                      everywhere={belonging.everywhere}
                      reason={reason}
                    />
                  </>
                )
              )}
            </span>
          </div>
          <div className="grid grid-cols-2 items-start gap-x-8 gap-y-4 max-m:grid-cols-1">
            <Facts wide items={addressFacts(channel, origin)} />
            <Facts
              wide
              items={otherFacts(channel, pending[channel.code] ?? 0, (belonging.named[channel.code] ?? 0) + belonging.everywhere)}
            />
          </div>
          <ChannelHistory name={channel.name} deeds={history[channel.id] ?? []} />
        </li>
      ))}
    </ul>
  )
}

function addressFacts({ formSlug, storeUrl, isDefault, archivedAt }: ChannelRow, origin: string) {
  const paths = archivedAt ? [] : [...(isDefault ? ["/request"] : []), `/request/at/${formSlug}`]
  const forms = paths.map((path) => (
    <span key={path} className="block">
      <FormLink href={path} text={`${origin}${path}`} />
    </span>
  ))
  return [
    { label: "Form", value: forms.length > 0 ? forms : <span className="text-ink-3">Closed</span> },
    { label: "Store", value: storeUrl ? <FormLink href={storeUrl} text={storeUrl} /> : isDefault ? origin : null },
  ]
}

const FormLink = ({ href, text }: { href: string; text: string }) => (
  <a className="link wrap-anywhere" href={href} target="_blank" rel="noopener">
    {text}
  </a>
)

function otherFacts(channel: ChannelRow, pending: number, hierarchies: number) {
  const { code, languages, defaultLanguage, letterProfileId, letterProfile } = channel
  const named = [defaultLanguage, ...languages.filter((one) => one !== defaultLanguage)].map(languageName)
  return [
    { label: "Languages", value: named.join(", ") },
    {
      label: "Letters",
      value: (
        <Link className="link" prefetch={false} href={letterProfileId ? `/settings/email?profile=${letterProfileId}` : "/settings/email"}>
          {letterProfile?.name ?? "The house’s letters"}
        </Link>
      ),
    },
    {
      label: "Waiting",
      value: (
        <a className="link" href={`/commerce/prospects?channel=${code}&status=pending`}>
          {pending === 1 ? "1 request" : `${pending.toLocaleString("en")} requests`}
        </a>
      ),
    },
    {
      label: "Partners",
      value: (
        <a className="link" href={`/commerce/hierarchies?channels=${code}`}>
          {hierarchiesCounted(hierarchies)}
        </a>
      ),
    },
  ]
}
