import { Search } from "lucide-react"
import { TextInput } from "@/components/ui/text-input"

/** Looks for members among those that are on the page. */
export function MemberSearch({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  return (
    <search className="relative w-full max-w-[240px]">
      <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" aria-hidden="true" />
      <TextInput
        type="search"
        aria-label="Search members"
        placeholder="Search members"
        className="pl-8"
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    </search>
  )
}
