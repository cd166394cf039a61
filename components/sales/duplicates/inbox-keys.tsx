"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { KeysDialog } from "@/components/ui/keys-dialog"
import { useKeys } from "../use-keys"

const moves = [
  { key: "J", word: "Go to the next pair" },
  { key: "K", word: "Go to the pair before" },
]

/** `J` and `K` go from pair to pair, as in every list; `?` lists the keys. */
export function InboxKeys({ previousHref, nextHref }: { previousHref: string | null; nextHref: string | null }) {
  const router = useRouter()
  const [isListed, setListed] = useState(false)
  const go = (href: string | null) => href && router.replace(href, { scroll: false })
  useKeys({ j: () => go(nextHref), k: () => go(previousHref), "?": () => setListed(true) })
  return (
    <KeysDialog open={isListed} onOpenChange={setListed} selectable={false} moves={moves} commands={[{ key: "n", word: "not the same" }]} />
  )
}
