"use client"
import { Store } from "lucide-react"
import { BelongingFields } from "@/components/commerce/belonging-fields"
import { Command } from "@/components/shell/command"
import { Section } from "@/components/ui/section"
import { changeBelonging } from "@/lib/commerce/actions"
import type { ChannelChoice } from "@/lib/commerce/channels/queries"
import { type Belonging, belongingText, everyChannel } from "@/lib/commerce/hierarchies/belonging"

type HierarchyChannelsProps = {
  hierarchy: Belonging & { id: string; number: string }
  channels: readonly ChannelChoice[]
  refusedByRole: string | null
}

/** The channels to which a hierarchy belongs, and **Change channels**. */
export function HierarchyChannels({ hierarchy, channels, refusedByRole }: HierarchyChannelsProps) {
  const { id, number, inAllChannels } = hierarchy
  const own = channels.filter(({ code }) => hierarchy.channels.includes(code))
  return (
    <Section title="Channels">
      <ul className="mb-2.5 grid gap-1">
        {inAllChannels ? (
          <li>{everyChannel}</li>
        ) : (
          own.map(({ code, name, isArchived }) => (
            <li key={code} className="wrap-anywhere">
              {name} {isArchived && <span className="text-ink-3">(archived)</span>}
            </li>
          ))
        )}
      </ul>
      <Command
        title="Change channels"
        icon={<Store aria-hidden="true" />}
        trigger={{ size: "s" }}
        reason={refusedByRole}
        sentence={`Says in which stores ${number} is a customer. Members and limits stay as they are.`}
        busyWord="Saving"
        action={changeBelonging}
        hidden={{ hierarchyId: id, seen: belongingText(hierarchy) }}
        news={({ said }) => ({ title: "Channels changed", text: `${number} is in ${said}.` })}
      >
        {(errors) => <BelongingFields channels={channels} belonging={hierarchy} error={errors.channels} />}
      </Command>
    </Section>
  )
}
