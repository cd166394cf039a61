"use client"
import { useState } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { FieldError } from "@/components/ui/field"
import { RadioCards } from "@/components/ui/radio-cards"
import type { ChannelChoice } from "@/lib/commerce/channels/queries"
import { type Belonging, belongingText, everyChannel } from "@/lib/commerce/hierarchies/belonging"

type BelongingFieldsProps = {
  channels: readonly ChannelChoice[]
  belonging: Belonging
  /** Where a field of the form is wrong, what is. */
  error?: string
}

/** To which channels something belongs: those that are ticked, or all, which is chosen by itself. */
export function BelongingFields({ channels, belonging, error }: BelongingFieldsProps) {
  const [reach, setReach] = useState(belonging.inAllChannels ? "all" : "chosen")
  const [chosen, setChosen] = useState<readonly string[]>(belonging.channels)
  const toggle = (code: string, isOn: boolean) => setChosen(isOn ? [...chosen, code] : chosen.filter((one) => one !== code))
  return (
    <>
      <RadioCards
        legend="Belongs to"
        name="reach"
        value={reach}
        onChoose={setReach}
        cards={[
          { value: "chosen", label: "Chosen channels" },
          { value: "all", label: everyChannel, text: "Those that are opened later, too" },
        ]}
      />
      <input type="hidden" name="channels" value={belongingText({ inAllChannels: reach === "all", channels: chosen })} />
      {reach === "chosen" && (
        <fieldset className="grid gap-2.5" aria-describedby={error ? "channels-error" : undefined}>
          <legend className="mb-[7px] font-medium">Channels</legend>
          {channels.map(({ code, name, isDefault, isArchived }) => (
            <Checkbox
              key={code}
              label={name}
              hint={isArchived ? "Archived" : isDefault && channels.length > 1 ? "Default" : undefined}
              checked={chosen.includes(code)}
              onChange={({ target }) => toggle(code, target.checked)}
            />
          ))}
          {error && <FieldError id="channels-error" message={error} />}
        </fieldset>
      )}
    </>
  )
}
