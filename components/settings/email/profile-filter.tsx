import { FilterSelect } from "@/components/shell/filter-select"

type ProfileFilterProps = {
  profiles: readonly { id: string; name: string; isDefault: boolean }[]
  value: string
  path: string
  more?: string
}

/** Chooses the profile that a page of Email is about. */
export function ProfileFilter({ profiles, value, path, more = "" }: ProfileFilterProps) {
  return (
    <FilterSelect
      label="Profile"
      value={value}
      choices={profiles.map(({ id, name, isDefault }) => ({
        value: id,
        label: isDefault ? `${name} (default)` : name,
        href: `${path}?${[isDefault ? "" : `profile=${id}`, more].filter(Boolean).join("&")}`,
      }))}
    />
  )
}
