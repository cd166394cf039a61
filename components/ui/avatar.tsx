import { cn } from "@/components/ui/cn"
import { initials } from "@/components/ui/initials"

type AvatarProps = { name: string; me?: boolean; size?: "m" | "l" }

/** The initials of a person in a disc, hidden from assistive technology: the name stands beside it. */
export function Avatar({ name, me, size = "m" }: AvatarProps) {
  return (
    <span className={cn("avatar", me && "avatar-me", size === "l" && "avatar-l")} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
