"use client"
import { useEffect, useState } from "react"
import { Field } from "@/components/ui/field"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import type { FieldErrors } from "@/lib/platform/errors"

type Choice = { id: string; name: string }

const hows = [
  { value: "join", label: "Into a channel" },
  { value: "leave", label: "Out of a channel" },
  { value: "all", label: "All channels" },
]

/** How the channels of many hierarchies change, and which channel it is about. */
export function ChannelChange({ errors }: { errors: FieldErrors }) {
  const [how, choose] = useState("join")
  const [channels, setChannels] = useState<readonly Choice[]>([])
  useEffect(() => {
    let isHere = true
    fetch("/commerce/channels")
      .then((answer): Promise<Choice[]> => (answer.ok ? answer.json() : Promise.resolve([])))
      .then((choices) => isHere && setChannels(choices))
      .catch(() => {})
    return () => {
      isHere = false
    }
  }, [])
  return (
    <>
      <Segmented legend="What changes" name="how" choices={hows} value={how} onChoose={choose} />
      {how !== "all" && (
        <Field label="Channel" error={errors.channel} width={320}>
          {(control) => (
            <Select
              {...control}
              key={channels.length}
              name="channel"
              options={channels.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      )}
    </>
  )
}
