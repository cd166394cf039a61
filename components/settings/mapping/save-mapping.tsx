"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { saveMapping } from "@/lib/sync/actions"
import { type Mapping, sourceField } from "@/lib/sync/conversion/mapping"

type SaveMappingProps = {
  base: number
  parts: Mapping["parts"]
  changes: number
  /** How many of the newest leads would be written differently, of how many. */
  rehearsed: [different: number, of: number]
  newlyLost: readonly string[]
  onSaved: () => void
  onClose: () => void
}

/** **Save**: says what changes, for whom, and what is lost by it. */
export function SaveMapping({ base, parts, changes, rehearsed: [different, of], newlyLost, onSaved, onClose }: SaveMappingProps) {
  const lost = newlyLost.map((loss) => sourceField(loss)?.label ?? loss)
  return (
    <CommandDialog
      title="Save"
      busyWord="Saving"
      sentence={
        <>
          Changes <b>{changes === 1 ? "1 field" : `${changes} fields`}</b> as version <b>{base + 1}</b>. Of the newest {of} leads,{" "}
          <b>{different}</b> would be written differently.
          {lost.length > 0 && (
            <>
              {" "}
              Nothing takes over <b>{lost.join(", ")}</b> any more.
            </>
          )}{" "}
          What was written before stays as it is.
        </>
      }
      action={saveMapping}
      hidden={{ base: String(base), parts: JSON.stringify(parts) }}
      onClose={onClose}
      news={({ version }) => {
        onSaved()
        return { title: "Field mapping saved", text: `Version ${version} is in force.` }
      }}
    />
  )
}
