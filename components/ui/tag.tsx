import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type TagProps = { tone?: "plain" | "accent" | "good" | "wait" | "bad"; children: ReactNode }

/** A small label on a thing, such as "You" or "same tax ID". Not a status: use Status for those. */
export function Tag({ tone = "plain", children }: TagProps) {
  return <span className={cn("tag", tone !== "plain" && `tag-${tone}`)}>{children}</span>
}
