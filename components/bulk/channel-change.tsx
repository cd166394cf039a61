"use client"
import { useState } from "react"
import { useAsked } from "@/components/shell/use-asked"
import { Field } from "@/components/ui/field"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import type { FieldErrors } from "@/lib/platform/errors"

type Channel = { id: string; name: string }

const hows = [
  { value: "join", label: "Into a channel" },
  { value: "leave", label: "Out of a channel" },
  { value: "all", label: "All channels" },
]

/** How the channels of many hierarchies change, and which channel it is about. */
export function ChannelChange({ errors }: { errors: FieldErrors }) {
  const [how, choose] = useState("join")
  const channels = useAsked<Channel[]>("/commerce/channels") ?? []
  return (
    <>
      <Segmented legend="What changes" name="how" choices={hows} value={how} onChoose={choose} />
      {how !== "all" && (
        <Field label="Channel" error={errors.channel} width={320}>
          {(control) => <Select {...control} name="channel" options={channels.map(({ id, name }) => ({ value: id, label: name }))} />}
        </Field>
      )}
    </>
  )
}
