"use client"
import { useRouter } from "next/navigation"
import { useKeys } from "../use-keys"

/** `J` and `K` go from pair to pair, as in every list. */
export function InboxKeys({ previousHref, nextHref }: { previousHref: string | null; nextHref: string | null }) {
  const router = useRouter()
  const go = (href: string | null) => href && router.replace(href, { scroll: false })
  useKeys({ j: () => go(nextHref), k: () => go(previousHref) })
  return null
}
