import type { ComponentProps } from "react"
import { ButtonFace, type ButtonLook, buttonClass } from "@/components/ui/button-face"
import { Tooltip } from "@/components/ui/tooltip"

export { ButtonLink } from "@/components/ui/button-link"

type ButtonProps = Omit<ComponentProps<"button">, "children" | "disabled"> &
  ButtonLook & { children: string; busy?: boolean; busyLabel?: string }

/** A command. With `reason` it is disabled in words: clicks do nothing and the reason is shown and read. */
export function Button({ tone, size, icon, hint, reason, iconOnly, busy, busyLabel, className, children, ...rest }: ButtonProps) {
  const shared = { className: buttonClass({ tone, size, iconOnly }, className), "aria-label": iconOnly ? children : undefined }
  const face = <ButtonFace icon={icon} hint={hint} iconOnly={iconOnly} word={children} busy={busy} busyWord={busyLabel} />
  if (reason) {
    const { onClick: _off, type: _type, formAction: _action, popoverTarget: _target, ...kept } = rest
    return (
      <Tooltip text={reason}>
        <button {...kept} {...shared} type="button" aria-disabled="true" aria-description={reason}>
          {face}
        </button>
      </Tooltip>
    )
  }
  return (
    <button type="button" {...rest} {...shared} {...(busy ? { "aria-busy": true, onClick: undefined } : {})}>
      {face}
    </button>
  )
}
