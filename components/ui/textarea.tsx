import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import type { FieldSize } from "@/components/ui/field"

type TextareaProps = ComponentProps<"textarea"> & { size?: FieldSize }

/** Several lines of text. */
export function Textarea({ size = "office", className, rows = 3, ...rest }: TextareaProps) {
  return <textarea rows={rows} className={cn("input", size === "public" && "input-public", className)} {...rest} />
}
