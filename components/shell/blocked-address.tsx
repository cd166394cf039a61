import { LiftBlock } from "@/components/shell/lift-block"
import { Strip } from "@/components/ui/strip"

type BlockedAddressProps = {
  block: { id: string; address: string; reason: string } | null
  /** Why this person cannot lift it; null when they can. */
  reason: string | null
}

/** Says on a record that its address takes no mail, and why; nothing where it does. */
export function BlockedAddress({ block, reason }: BlockedAddressProps) {
  if (!block) return null
  return (
    <Strip tone="bad" action={<LiftBlock blockId={block.id} address={block.address} reason={reason} />}>
      {`No mail goes to ${block.address}. ${block.reason}`}
    </Strip>
  )
}
