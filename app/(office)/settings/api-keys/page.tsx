import type { Metadata } from "next"
import { AddApiKey } from "@/components/settings/api-key-commands"
import { ApiKeyTable } from "@/components/settings/api-key-table"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { channelNames, listChannelChoices } from "@/lib/commerce/channels/queries"
import { requireStaff } from "@/lib/identity/actor"
import { listApiKeys } from "@/lib/identity/api-keys/queries"

export const metadata: Metadata = { title: "API keys" }

export default async function ApiKeysPage() {
  const staff = await requireStaff("api-key:read")
  const [keys, channels, names] = await Promise.all([listApiKeys(), listChannelChoices({ channels: [] }), channelNames()])
  const reason = roleRefusal(staff.staffRole, "api-key:edit", "change API keys")
  return (
    <>
      <SettingsHead
        title="API keys"
        path="/settings/api-keys"
        text="Which shops may ask for credit, and post to its ledger"
        commands={<AddApiKey channels={channels} reason={reason} />}
      />
      <ApiKeyTable keys={keys} channelNames={names} now={new Date()} reason={reason} />
    </>
  )
}
