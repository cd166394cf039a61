import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import type { FieldSize } from "@/components/ui/field"

type TextInputProps = Omit<ComponentProps<"input">, "size"> & { size?: FieldSize }

/** One line of text; `numeric` figures come by `className="tabular-nums"`. */
export function TextInput({ size = "office", className, type = "text", ...rest }: TextInputProps) {
  return <input type={type} className={cn("input", size === "public" && "input-public", className)} {...rest} />
}
