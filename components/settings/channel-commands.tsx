"use client"
import { Plus } from "lucide-react"
import { ChannelFields, type ProfileChoice } from "@/components/settings/channel-fields"
import { hierarchiesCounted } from "@/components/settings/hierarchies-counted"
import { Command } from "@/components/shell/command"
import { addChannel, archiveChannel, bringChannelBack, editChannel, makeChannelDefault } from "@/lib/commerce/actions"
import type { ChannelRow } from "@/lib/commerce/channels/queries"

type Given = { channel: ChannelRow; reason: string | null }
type Filled = { profiles: readonly ProfileChoice[]; reason: string | null }
type Left = Given & {
  pending: number
  /** How many hierarchies belong to it by name, and how many to all channels. */
  named: number
  everywhere: number
}

const small = { size: "s" } as const
const ref = ({ id, version }: ChannelRow) => ({ channelId: id, version: String(version) })

/** The command Add channel. */
export function AddChannel({ profiles, reason }: Filled) {
  return (
    <Command
      title="Add channel"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      reason={reason}
      sentence="Opens a storefront: its public form takes requests at once."
      busyWord="Adding"
      action={addChannel}
      hidden={{}}
      news={({ name }) => ({ title: "Channel added", text: name })}
    >
      {(errors) => <ChannelFields profiles={profiles} errors={errors} />}
    </Command>
  )
}

export function EditChannel({ channel, profiles, reason }: Given & Filled) {
  return (
    <Command
      title="Edit"
      trigger={small}
      reason={reason}
      sentence={`Changes ${channel.name}. Letters that leave from now on carry the new words; at another address, the old one opens nothing.`}
      busyWord="Saving"
      action={editChannel}
      hidden={ref(channel)}
      news={({ name }) => ({ title: "Channel saved", text: name })}
    >
      {(errors) => <ChannelFields channel={channel} profiles={profiles} errors={errors} />}
    </Command>
  )
}

export function MakeChannelDefault({ channel, reason }: Given) {
  return (
    <Command
      title="Make default"
      trigger={small}
      reason={reason}
      sentence={`The form of ${channel.name} stands at /request, and its name on the front page. The other channels keep their own addresses.`}
      busyWord="Saving"
      action={makeChannelDefault}
      hidden={ref(channel)}
      news={({ name }) => ({ title: `${name} is the default` })}
    />
  )
}

const waits = (pending: number) => {
  if (pending === 0) return "Nothing waits there."
  const requests = pending === 1 ? "1 request that waits is" : `${pending.toLocaleString("en")} requests that wait are`
  return `${requests} still decided, and answered in its name.`
}

const belongs = (named: number, everywhere: number) => {
  const verb = (count: number, one: string, many: string) => (count === 1 ? one : many)
  const byName = `${hierarchiesCounted(named)} ${verb(named, "belongs to it and stays", "belong to it and stay")} there.`
  const asAll = `${hierarchiesCounted(everywhere)} ${verb(everywhere, "belongs", "belong")} to all channels.`
  const said = [...(named > 0 ? [byName] : []), ...(everywhere > 0 ? [asAll] : [])]
  return said.length > 0 ? said.join(" ") : "No customer hierarchy belongs to it."
}

export function ArchiveChannel({ channel, pending, named, everywhere, reason }: Left) {
  return (
    <Command
      title="Archive"
      tone="danger"
      trigger={small}
      reason={reason}
      sentence={`Closes the form of ${channel.name} at /request/at/${channel.formSlug}. ${waits(pending)} ${belongs(named, everywhere)} It can be brought back.`}
      busyWord="Archiving"
      action={archiveChannel}
      hidden={ref(channel)}
      news={({ name }) => ({ title: `${name} archived` })}
    />
  )
}

export function BringChannelBack({ channel, reason }: Given) {
  return (
    <Command
      title="Bring back"
      trigger={small}
      reason={reason}
      sentence={`Opens the form of ${channel.name} again, at /request/at/${channel.formSlug}.`}
      busyWord="Opening"
      action={bringChannelBack}
      hidden={ref(channel)}
      news={({ name }) => ({ title: `${name} is open again` })}
    />
  )
}
