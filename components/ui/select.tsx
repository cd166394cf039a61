import { ChevronDown } from "lucide-react"
import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import type { FieldSize } from "@/components/ui/field"

export type SelectOption = { value: string; label: string }

type SelectProps = Omit<ComponentProps<"select">, "size"> & {
  size?: FieldSize
  options?: readonly SelectOption[]
  /** A first, empty choice, e.g. "Choose a country". */
  placeholder?: string
}

/** The browser's own select. Give `options`, or `<option>` children for groups. */
export function Select({ size = "office", options, placeholder, className, children, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select className={cn("input", size === "public" && "input-public", className)} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        className={cn(
          "pointer-events-none absolute top-1/2 size-4 -translate-y-1/2 text-ink-3",
          size === "public" ? "right-3.5" : "right-2.5",
        )}
        aria-hidden="true"
      />
    </span>
  )
}
