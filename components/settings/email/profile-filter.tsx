import { FilterSelect } from "@/components/shell/filter-select"
import { pageHref } from "@/lib/platform/page-href"

type ProfileFilterProps = {
  profiles: readonly { id: string; name: string; isDefault: boolean }[]
  value: string
  path: string
  /** What else is asked of the page. */
  keep?: Readonly<Record<string, string | null>>
}

/** Chooses the profile that a page of Email is about. */
export function ProfileFilter({ profiles, value, path, keep }: ProfileFilterProps) {
  return (
    <FilterSelect
      label="Profile"
      value={value}
      choices={profiles.map(({ id, name, isDefault }) => ({
        value: id,
        label: isDefault ? `${name} (default)` : name,
        href: pageHref(path, { profile: isDefault ? null : id, ...keep }),
      }))}
    />
  )
}
