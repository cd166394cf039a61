import { TextInput } from "@/components/ui/text-input"

/** Looks for members by name or number, among those that are on the page. */
export function MemberSearch({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  return (
    <search className="w-full max-w-[240px]">
      <TextInput
        type="search"
        aria-label="Search members"
        placeholder="Search members"
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    </search>
  )
}
