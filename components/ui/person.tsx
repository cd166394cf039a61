import { cn } from "@/components/ui/cn"
import { initials } from "@/components/ui/initials"

type PersonProps = {
  /** Null when nobody is assigned. */
  name: string | null
  /** The signed-in person: shown in the accent. */
  me?: boolean
  /** What to say for nobody. */
  none?: string
}

/** A person's disc and name; for nobody a dashed ring and a word. One element, since grids hold hundreds. */
export function Person({ name, me, none = "Unassigned" }: PersonProps) {
  if (name === null) return <span className="person person-none">{none}</span>
  return (
    <span className={cn("person", me && "person-me")} data-initials={initials(name)}>
      {name}
    </span>
  )
}
