import type { Metadata } from "next"
import { AddChannel } from "@/components/settings/channel-commands"
import { ChannelList } from "@/components/settings/channel-list"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { countHierarchies, countPending, listChannelHistory, listChannels } from "@/lib/commerce/channels/queries"
import { requireStaff } from "@/lib/identity/actor"
import { listProfiles } from "@/lib/mail/studio/profiles"
import { env } from "@/lib/platform/env"

export const metadata: Metadata = { title: "Channels" }

export default async function ChannelsPage() {
  const staff = await requireStaff("channel:read")
  const [channels, pending, belonging, all] = await Promise.all([listChannels(), countPending(), countHierarchies(), listProfiles()])
  const profiles = all.flatMap(({ id, name, isDefault }) => (isDefault ? [] : [{ id, name }]))
  const history = await listChannelHistory(channels.map(({ id }) => id))
  const reason = roleRefusal(staff.staffRole, "channel:edit", "change channels")
  const { origin } = env().appUrl
  return (
    <>
      <SettingsHead
        title="Channels"
        path="/settings/channels"
        text="Storefronts at which companies ask to become partners, each with a name, languages and a public form of its own."
        commands={<AddChannel profiles={profiles} reason={reason} />}
      />
      <ChannelList {...{ channels, pending, belonging, history, profiles, origin, reason }} />
    </>
  )
}
