import Link from "next/link"
import type { ComponentProps } from "react"
import { ButtonFace, type ButtonLook, buttonClass } from "@/components/ui/button-face"
import { Tooltip } from "@/components/ui/tooltip"

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "children"> & ButtonLook & { children: string }

/** A button's face on a link; with `reason` it leads nowhere. Opens the page only when followed (no prefetch). */
export function ButtonLink({ tone, size, icon, hint, reason, iconOnly, className, children, ...rest }: ButtonLinkProps) {
  const shared = { className: buttonClass({ tone, size, iconOnly }, className), "aria-label": iconOnly ? children : undefined }
  const face = <ButtonFace icon={icon} hint={hint} iconOnly={iconOnly} word={children} />
  if (reason) {
    return (
      <Tooltip text={reason}>
        <button type="button" {...shared} aria-disabled="true" aria-description={reason}>
          {face}
        </button>
      </Tooltip>
    )
  }
  return (
    <Link prefetch={false} {...rest} {...shared}>
      {face}
    </Link>
  )
}
