import Link from "next/link"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Tag } from "@/components/ui/tag"
import type { ProfileRow } from "@/lib/mail/studio/profiles"
import { refusalToRemoveProfile } from "@/lib/mail/studio/rules"
import { languageName } from "@/lib/platform/language-name"
import { EditProfile, RemoveProfile } from "./profile-commands"

const columns: PlainColumn[] = [
  { key: "name", label: "Name", width: 200 },
  { key: "sender", label: "Sender", phone: "second" },
  { key: "replyTo", label: "Answers go to", width: 180, hideBelow: "l" },
  { key: "language", label: "Default language", width: 120, hideBelow: "l" },
  { key: "channels", label: "Channels", width: 180 },
  { key: "texts", label: "Own texts", width: 84, align: "right", phone: "end" },
  { key: "commands", label: "Commands", width: 160, align: "right", isCommands: true },
]

type ProfilesTableProps = { rows: readonly ProfileRow[]; house: { name: string; address: string }; reason: string | null }

/** The notification profiles, the default one first. */
export function ProfilesTable({ rows, house, reason }: ProfilesTableProps) {
  return (
    <PlainTable
      label="Profiles"
      columns={columns}
      rows={rows.map(({ texts, settings: _, channels, ...profile }) => {
        const { id, name, isDefault, senderName, senderAddress, replyTo, defaultLanguage } = profile
        const blank = isDefault ? house : { name: "", address: "" }
        return {
          id,
          cells: {
            name: (
              <>
                <Link className="link" prefetch={false} href={isDefault ? "/settings/email" : `/settings/email?profile=${id}`}>
                  {name}
                </Link>{" "}
                {isDefault && <Tag tone="accent">Default</Tag>}
              </>
            ),
            sender: [senderName ?? blank.name, senderAddress ?? blank.address].filter(Boolean).join(", ") || (
              <span className="text-ink-3">As the default profile</span>
            ),
            replyTo: replyTo ?? <span className="text-ink-3">{isDefault ? "The sender" : "As the default profile"}</span>,
            language: languageName(defaultLanguage),
            channels:
              channels.length > 0 ? (
                <Link className="link" prefetch={false} href="/settings/channels" title={channels.join(", ")}>
                  {channels.join(", ")}
                </Link>
              ) : (
                <span className="text-ink-3">None</span>
              ),
            texts: (
              <>
                {texts.length}
                <span className="m:hidden">{texts.length === 1 ? " own text" : " own texts"}</span>
              </>
            ),
            commands: (
              <span className="inline-flex gap-1.5">
                <EditProfile profile={profile} reason={reason} />
                <RemoveProfile
                  profile={profile}
                  reason={reason ?? refusalToRemoveProfile({ isDefault, versions: texts.length, channels })?.message ?? null}
                />
              </span>
            ),
          },
        }
      })}
    />
  )
}
