"use client"
import { usePathname } from "next/navigation"
import { useEffect, useRef } from "react"
import { rememberRecord } from "@/components/shell/recent-records"
import { useOthersHere } from "@/components/shell/use-live"
import { Avatar } from "@/components/ui/avatar"
import { recordOfPath } from "@/lib/platform/record-href"

const shown = 3

/** Who else has this record open, by name. Keeps its place while nobody does, so that nothing jumps. The record is remembered as opened. */
export function AlsoHere() {
  const people = useOthersHere()
  const path = usePathname()
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const record = recordOfPath(path)
    const title = self.current?.closest("header")?.querySelector("h1")?.textContent
    if (record && title) rememberRecord({ ...record, title })
  }, [path])
  const names = people.slice(0, shown).map(({ name }) => name)
  const more = people.length - names.length
  const listed = more > 0 ? [...names, more === 1 ? "1 other" : `${more} others`] : names
  return (
    <div ref={self} className="also-here" role="status">
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
