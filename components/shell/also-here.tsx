"use client"
import { useOthersHere } from "@/components/shell/use-live"
import { Avatar } from "@/components/ui/avatar"

const shown = 3

/** Who else has this record open, by name. Keeps its place while nobody does, so that nothing jumps. */
export function AlsoHere() {
  const people = useOthersHere()
  const names = people.slice(0, shown).map(({ name }) => name)
  const more = people.length - names.length
  const listed = more > 0 ? [...names, more === 1 ? "1 other" : `${more} others`] : names
  return (
    <div className="also-here" role="status">
      {people.length > 0 && (
        <>
          {names.map((name) => (
            <Avatar key={name} name={name} />
          ))}
          <span className="truncate">Also here: {listed.join(", ")}</span>
        </>
      )}
    </div>
  )
}
