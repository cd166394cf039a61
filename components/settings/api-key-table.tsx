import { KeyRound } from "lucide-react"
import { RevokeApiKey } from "@/components/settings/api-key-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { ApiKeyRow } from "@/lib/identity/api-keys/queries"
import { keyStatus, refusalToRevoke } from "@/lib/identity/api-keys/rules"
import { apiScopes } from "@/lib/identity/api-keys/scopes"

const columns: PlainColumn[] = [
  { key: "name", label: "Name", width: 200 },
  { key: "key", label: "Key", width: 120, hideBelow: "l" },
  { key: "scopes", label: "May", phone: "second" },
  { key: "channel", label: "Channel", width: 130, hideBelow: "m" },
  { key: "status", label: "Status", width: 110, phone: "end" },
  { key: "used", label: "Last used", width: 104, phone: "top" },
  { key: "expires", label: "Expires", width: 104, hideBelow: "m" },
  { key: "made", label: "Made by", width: 140, hideBelow: "l" },
  { key: "commands", label: "Commands", width: 104, align: "right", isCommands: true },
]

type ApiKeyTableProps = { keys: readonly ApiKeyRow[]; channelNames: Readonly<Record<string, string>>; now: Date; reason: string | null }

/** Every API key, what it may do, and when it was used last. */
export function ApiKeyTable({ keys, channelNames, now, reason }: ApiKeyTableProps) {
  return (
    <PlainTable
      label="API keys"
      columns={columns}
      empty={<Empty icon={<KeyRound />} title="No API key yet" text="A shop needs one to ask for credit at its checkout." />}
      rows={keys.map((key) => ({
        id: key.id,
        cells: {
          name: key.name,
          key: <code className="text-12">{key.beginning}…</code>,
          scopes: <Scopes scopes={key.scopes} />,
          channel: key.channel ? (channelNames[key.channel] ?? key.channel) : "Any",
          status: <Status word={keyStatus(key, now)} />,
          used: <LastUsed at={key.lastUsedAt} />,
          expires: key.expiresAt ? <Moment at={key.expiresAt} style="date" /> : "Never",
          made: key.createdByName,
          commands: <RevokeApiKey keyId={key.id} name={key.name} reason={reason ?? refusalToRevoke(key)?.message ?? null} />,
        },
      }))}
    />
  )
}

function Scopes({ scopes }: Pick<ApiKeyRow, "scopes">) {
  const words = scopes.map((scope) => apiScopes[scope].label).join(", ")
  return <span title={words}>{words}</span>
}

/** On a phone no head says what it is. */
function LastUsed({ at }: { at: Date | null }) {
  return at ? (
    <>
      <span className="m:hidden">Used </span>
      <Moment at={at} />
    </>
  ) : (
    <>
      Never<span className="m:hidden"> used</span>
    </>
  )
}
