import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import { Kbd } from "@/components/ui/kbd"

export type ButtonLook = {
  tone?: "primary" | "plain" | "ghost" | "danger"
  size?: "s" | "m" | "public"
  icon?: ReactNode
  /** A key that does the same, shown as a cap and hidden from the accessible name. */
  hint?: string
  /** Why the command cannot be used now. Disables it, keeps it focusable, and is read as its description. */
  reason?: string | null
  /** Shows the icon alone; the word becomes the accessible name. */
  iconOnly?: boolean
}

const TONES = { primary: "btn-primary", plain: "", ghost: "btn-ghost", danger: "btn-danger" }
const SIZES = { s: "btn-s", m: "", public: "btn-public" }

/** The class names of a button, for what must look like one. */
export const buttonClass = ({ tone = "plain", size = "m", iconOnly }: ButtonLook, className?: string) =>
  cn("btn", TONES[tone], SIZES[size], iconOnly && "btn-square", className)

type ButtonFaceProps = Pick<ButtonLook, "icon" | "hint" | "iconOnly"> & { word: string; busy?: boolean; busyWord?: string }

/** Icon, word and key. With a busy word both faces lie on one another, so the button keeps its width while it works. */
export function ButtonFace({ icon, hint, iconOnly, word, busy = false, busyWord }: ButtonFaceProps) {
  if (iconOnly) return icon
  const face = (
    <>
      {icon}
      {word}
      {hint && <Kbd>{hint}</Kbd>}
    </>
  )
  if (!busyWord) return face
  return (
    <span className="btn-words">
      <span data-off={busy || undefined}>{face}</span>
      <span data-off={!busy || undefined}>
        {icon}
        {busyWord}
      </span>
    </span>
  )
}
