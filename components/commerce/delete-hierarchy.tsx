"use client"
import { Trash2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { Command } from "@/components/shell/command"
import { deleteHierarchy } from "@/lib/commerce/actions"

type DeleteHierarchyProps = { hierarchyId: string; number: string; name: string; members: number; outlets: number; reason: string | null }

/** **Delete**: the hierarchy with its members and outlets; customers stay. */
export function DeleteHierarchy({ hierarchyId, number, name, members, outlets, reason }: DeleteHierarchyProps) {
  const router = useRouter()
  const counts = [members === 1 ? "1 member loses" : `${members} members lose`, outlets > 0 ? `a tree of ${outlets} is taken apart` : null]
  return (
    <Command
      title="Delete"
      tone="danger"
      icon={<Trash2 aria-hidden="true" />}
      trigger={{ tone: "ghost" }}
      reason={reason}
      sentence={
        <>
          Deletes {number} of <b>{name}</b>: {counts[0]} access and sessions at once{counts[1] && `, ${counts[1]}`}. Customers and the audit
          stay, nobody is mailed, and this cannot be undone.
        </>
      }
      busyWord="Deleting"
      action={async (form) => {
        const result = await deleteHierarchy(form)
        if (result.ok) router.push("/commerce/hierarchies")
        return result
      }}
      hidden={{ hierarchyId }}
      news={() => ({ title: `${number} deleted` })}
    />
  )
}
