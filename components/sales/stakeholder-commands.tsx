"use client"
import { Ellipsis, Pencil, Plus, UserMinus } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { MenuButton } from "@/components/ui/menu-items"
import type { StakeholderRow } from "@/lib/sales/stakeholders/queries"
import type { StakeNoun } from "@/lib/sales/stakeholders/schema"

const StakeholderDialog = dynamic(() => import("./stakeholder-dialog").then((part) => part.StakeholderDialog), { ssr: false })
const RemoveStakeholder = dynamic(() => import("./stakeholder-dialog").then((part) => part.RemoveStakeholder), { ssr: false })

/** The command Add stakeholder. */
export function AddStakeholder({ about, id, reason }: { about: StakeNoun; id: string; reason: string | null }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="s" icon={<Plus aria-hidden="true" />} reason={reason} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Add stakeholder
      </Button>
      {isOpen && <StakeholderDialog to={{ about, id }} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Edit and Remove of one stakeholder. */
export function EditStakeholder({ person }: { person: StakeholderRow }) {
  const [opened, open] = useState<"edit" | "remove" | null>(null)
  const close = () => open(null)
  return (
    <>
      <Menu trigger={<Ellipsis size={15} aria-hidden="true" />} label={`More for ${person.name}`} triggerClassName="story-menu" end>
        <MenuButton icon={<Pencil aria-hidden="true" />} onClick={() => open("edit")}>
          Edit
        </MenuButton>
        <MenuButton icon={<UserMinus aria-hidden="true" />} onClick={() => open("remove")}>
          Remove
        </MenuButton>
      </Menu>
      {opened === "edit" && <StakeholderDialog person={person} onClose={close} />}
      {opened === "remove" && <RemoveStakeholder person={person} onClose={close} />}
    </>
  )
}
