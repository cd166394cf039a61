import { TriangleAlert } from "lucide-react"
import { type ReactNode, useId } from "react"
import { cn } from "@/components/ui/cn"

export type FieldSize = "office" | "public"

/** What a field hands to its control: spread it. */
export type FieldControl = {
  id: string
  size: FieldSize
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
}

type FieldProps = {
  label: string
  /** The control's id, which an error summary links to. One of its own is made when left out. */
  id?: string
  hint?: ReactNode
  error?: string | null
  /** Stands beside the label and outside of it, e.g. "optional". */
  mark?: string
  size?: FieldSize
  /** Widest the control gets, in pixels: the width follows the answer. */
  width?: number
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** Label above, hint below it, then the error, then the control; wires their ids. */
export function Field({ label, id, hint, error, mark, size = "office", width, className, children }: FieldProps) {
  const made = useId()
  const controlId = id ?? made
  const hintId = hint ? `${controlId}-hint` : ""
  const errorId = error ? `${controlId}-error` : ""
  const isPublic = size === "public"
  const described = [hintId, errorId].filter(Boolean).join(" ") || undefined
  return (
    <div
      className={cn(
        "grid content-start",
        isPublic ? "gap-1.5" : "gap-[5px]",
        isPublic && error && "pl-[18px] shadow-[inset_4px_0_0_var(--bad)]",
        className,
      )}
    >
      <span className={cn("flex items-baseline", isPublic ? "gap-2.5" : "gap-2")}>
        <label htmlFor={controlId} className={isPublic ? "text-16 font-semi" : "font-medium"}>
          {label}
        </label>
        {mark && <span className={cn("text-ink-3", isPublic ? "text-14" : "text-12")}>{mark}</span>}
      </span>
      {hint && (
        <span id={hintId} className={isPublic ? "-mt-0.5 text-15 text-pretty text-ink-2" : "text-12 text-pretty text-ink-3"}>
          {hint}
        </span>
      )}
      {error && isPublic && <FieldError id={errorId} message={error} size={size} />}
      <div className={cn("min-w-0", isPublic && "mt-0.5")} style={width ? { maxWidth: width } : undefined}>
        {children({ id: controlId, size, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
      </div>
      {error && !isPublic && <FieldError id={errorId} message={error} size={size} />}
    </div>
  )
}

/** An error in words with its sign. Public: above the control; office: below it. */
export function FieldError({ id, message, size = "office" }: { id: string; message: string; size?: FieldSize }) {
  return (
    <span
      id={id}
      className={cn("flex items-start text-bad", size === "public" ? "gap-2 text-15 font-semi" : "gap-1.5 text-12 font-medium")}
    >
      <TriangleAlert className={cn("flex-none", size === "public" ? "mt-[3px] size-4" : "mt-px size-3.5")} aria-hidden="true" />
      <span>
        <span className="sr-only">Error: </span>
        {message}
      </span>
    </span>
  )
}
