import type { Metadata } from "next"
import { AddApiKey } from "@/components/settings/api-key-commands"
import { ApiKeyTable } from "@/components/settings/api-key-table"
import { SettingsHead } from "@/components/settings/settings-head"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { roleRefusal } from "@/components/shell/role-refusal"
import { channelNames, listChannelChoices } from "@/lib/commerce/channels/queries"
import { requireStaff } from "@/lib/identity/actor"
import { listApiKeys } from "@/lib/identity/api-keys/queries"
import { holding } from "@/lib/platform/holding"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "API keys" }

const path = "/settings/api-keys"

export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("api-key:read")
  const q = readSearch(await searchParams)
  const [all, channels, names] = await Promise.all([listApiKeys(), listChannelChoices({ channels: [] }), channelNames()])
  const keys = holding(q, all, ({ name, createdByName }) => [name, createdByName])
  const reason = roleRefusal(staff.staffRole, "api-key:edit", "change API keys")
  return (
    <>
      <SettingsHead
        title="API keys"
        path={path}
        text="Which shops may ask for credit, and post to its ledger"
        commands={<AddApiKey channels={channels} reason={reason} />}
      />
      <PageSearch path={path} label="Search API keys" q={q} />
      {q && keys.length === 0 ? (
        <NothingHolds noun="API keys" path={path} />
      ) : (
        <ApiKeyTable keys={keys} channelNames={names} now={new Date()} reason={reason} />
      )}
    </>
  )
}
