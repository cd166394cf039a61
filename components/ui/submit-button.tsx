"use client"
import type { ComponentProps } from "react"
import { useFormStatus } from "react-dom"
import { ButtonFace, type ButtonLook, buttonClass } from "@/components/ui/button-face"
import { Tooltip } from "@/components/ui/tooltip"

type SubmitButtonProps = Omit<ComponentProps<"button">, "children" | "disabled" | "type"> &
  ButtonLook & {
    children: string
    /** Says that the form is on its way; told by the form itself when left out. */
    busy?: boolean
    busyLabel?: string
  }

/**
 * A form's button. Says what it is doing while the form is on its way, and cannot be pressed twice; without JavaScript
 * it is a plain submit. Stands on its own, apart from Button, so that the public form does not load the router's link.
 */
export function SubmitButton({
  tone = "primary",
  size,
  icon,
  hint,
  reason,
  busy,
  busyLabel,
  className,
  children,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus()
  const working = busy ?? pending
  const shared = { className: buttonClass({ tone, size }, className) }
  const face = <ButtonFace icon={icon} hint={hint} word={children} busy={working} busyWord={busyLabel} />
  if (reason) {
    return (
      <Tooltip text={reason}>
        <button {...shared} type="button" aria-disabled="true" aria-description={reason}>
          {face}
        </button>
      </Tooltip>
    )
  }
  return (
    <button {...rest} {...shared} type={working ? "button" : "submit"} aria-busy={working || undefined}>
      {face}
    </button>
  )
}
