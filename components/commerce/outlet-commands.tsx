"use client"
import { CornerDownRight, Network, Plus, Trash2 } from "lucide-react"
import { OutletPicker } from "@/components/commerce/organization-picker"
import { Command } from "@/components/shell/command"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { addOutlet, moveOutlet, removeOutlet } from "@/lib/commerce/actions"
import type { OutletView } from "@/lib/commerce/hierarchies/queries"
import { inOrder, placesFor, refusalToRemoveOutlet } from "@/lib/commerce/outlets/outlet-rules"

type OutletCommandsProps = {
  hierarchyId: string
  organization: { name: string }
  outlets: readonly OutletView[]
  /** The outlet that is selected in the tree; null for the organization. */
  selected: OutletView | null
  refusedByRole: string | null
  suspended: string | null
}

const small = { trigger: { size: "s" } as const }

/** **Add outlet**, **Move** and **Remove outlet**: what is selected in the tree says where, and which. */
export function OutletCommands({ hierarchyId, organization, outlets, selected, refusedByRole, suspended }: OutletCommandsProps) {
  const where = selected?.name ?? organization.name
  const none = refusedByRole ?? (selected ? null : `Select an outlet first. ${organization.name} heads the tree and stays.`)
  const tree = inOrder(outlets)
  const levelOf = new Map(tree.map(({ id, level }) => [id, level]))
  const places = selected ? placesFor(outlets, selected).filter(({ refusal }) => !refusal) : []
  const names = new Map(tree.map(({ id, name }) => [id, name]))
  return (
    <div className="ml-auto flex flex-wrap gap-1.5">
      <Command
        {...small}
        title="Add outlet"
        icon={<Plus aria-hidden="true" />}
        reason={refusedByRole ?? suspended}
        sentence={
          <>
            Adds an organization to the tree. Orders and members can belong to it; <b>{organization.name}</b> stays the partner.
          </>
        }
        busyWord="Adding"
        action={addOutlet}
        hidden={{ hierarchyId }}
        news={({ name, people }) => ({
          title: `${name} added`,
          text: people > 0 ? `${people} of its people wait to be enabled.` : undefined,
        })}
      >
        {(errors) => (
          <>
            <OutletPicker error={errors.customerId} />
            <Field label="Below" error={errors.parentId}>
              {(control) => (
                <Select {...control} name="parentId" defaultValue={selected?.id ?? ""}>
                  <Places organization={organization.name} tree={tree} />
                </Select>
              )}
            </Field>
            <Checkbox name="withPeople" label="Add its people as Users" hint="Pending, and not invited before somebody enables them." />
          </>
        )}
      </Command>
      <Command
        {...small}
        key={`move-${selected?.id}`}
        title="Move"
        icon={<CornerDownRight aria-hidden="true" />}
        reason={none ?? (places.length === 0 ? `There is no other place for ${where}.` : null)}
        sentence={
          <>
            Moves <b>{where}</b>, with all that stands below it, to another place in the tree.
          </>
        }
        busyWord="Moving"
        action={moveOutlet}
        hidden={{ hierarchyId, outletId: selected?.id ?? "" }}
        news={({ name, above }) => ({ title: `${name} moved`, text: `It stands below ${above}.` })}
      >
        {(errors) => (
          <Field label="Below" hint="Places where it cannot stand are left out." error={errors.parentId}>
            {(control) => (
              <Select {...control} name="parentId">
                {places.map(({ id }) => (
                  <option key={id ?? ""} value={id ?? ""}>
                    {id ? indented(names.get(id) ?? "", levelOf.get(id) ?? 1) : organization.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </Command>
      <Command
        {...small}
        key={`remove-${selected?.id}`}
        title="Remove outlet"
        tone="danger"
        icon={<Trash2 aria-hidden="true" />}
        reason={none ?? (selected ? (refusalToRemoveOutlet(outlets, selected, selected.members)?.message ?? null) : null)}
        sentence={
          <>
            Takes <b>{where}</b> out of the tree. The customer and its history stay.
          </>
        }
        busyWord="Removing"
        action={removeOutlet}
        hidden={{ hierarchyId, outletId: selected?.id ?? "" }}
        news={({ name }) => ({ title: `${name} removed from the tree` })}
      />
    </div>
  )
}

/** Options lose plain blanks at their beginning. */
const indented = (name: string, level: number) => `${"\u2003".repeat(level)}${name}`

/** The places of a tree as options, the organization first. */
export function Places({ organization, tree }: { organization: string; tree: readonly { id: string; name: string; level: number }[] }) {
  return (
    <>
      <option value="">{organization}</option>
      {tree.map(({ id, name, level }) => (
        <option key={id} value={id}>
          {indented(name, level)}
        </option>
      ))}
    </>
  )
}

/** The sign of the organization that heads a tree. */
export const headSign = <Network size={16} aria-hidden="true" />
