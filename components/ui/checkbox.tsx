import { type ComponentProps, type ReactNode, useId } from "react"
import { cn } from "@/components/ui/cn"
import { FieldError, type FieldSize } from "@/components/ui/field"

type CheckboxProps = Omit<ComponentProps<"input">, "size" | "type"> & {
  label: string
  size?: FieldSize
  /** Stands below the label and outside of it; may hold a link. */
  hint?: ReactNode
  error?: string | null
}

/** A tick box with its label; the whole label is the target. */
export function Checkbox({ label, id, size = "office", hint, error, className, ...rest }: CheckboxProps) {
  const made = useId()
  const boxId = id ?? made
  const isPublic = size === "public"
  const hintId = hint ? `${boxId}-hint` : ""
  const errorId = error ? `${boxId}-error` : ""
  return (
    <div className={cn("grid content-start gap-2", isPublic && error && "pl-[18px] shadow-[inset_4px_0_0_var(--bad)]", className)}>
      {error && <FieldError id={errorId} message={error} size={size} />}
      <div className={cn("grid items-start", isPublic ? "grid-cols-[26px_1fr] gap-x-3.5" : "grid-cols-[16px_1fr] gap-x-2.5")}>
        <input
          type="checkbox"
          id={boxId}
          className={cn("check", isPublic ? "check-public" : "mt-0.5")}
          aria-describedby={[hintId, errorId].filter(Boolean).join(" ") || undefined}
          aria-invalid={error ? true : undefined}
          {...rest}
        />
        <div>
          <label htmlFor={boxId} className={cn("cursor-pointer", isPublic && "text-16")}>
            {label}
          </label>
          {hint && (
            <div id={hintId} className={isPublic ? "text-15 text-ink-2" : "text-12 text-ink-3"}>
              {hint}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
