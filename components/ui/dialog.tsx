"use client"
import { Dialog as Base } from "@base-ui/react/dialog"
import { X } from "lucide-react"
import { type ComponentProps, type ReactElement, type ReactNode, useRef } from "react"

type DialogProps = {
  /** The command's name. */
  title: string
  /** The consequence, in one sentence with names and counts. */
  sentence?: ReactNode
  /** One button that opens it; leave out when `open` is given. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  width?: "m" | "l" | "wide"
  /** The confirming button, right of Cancel. */
  footer?: ReactNode
  /** At the left of the footer, e.g. how long it can be undone. */
  note?: ReactNode
  cancelWord?: string
  /** The body is text alone, and is reached by the keyboard itself where it has to be scrolled. */
  isText?: boolean
  /** Makes body and footer one form. */
  form?: Omit<ComponentProps<"form">, "children">
  children?: ReactNode
}

const FIELDS = ".dialog-body :is(input:not([type=hidden], :disabled), select, textarea)"

/** A dialog over the page: traps the focus (first on its first field), closes with Escape or Cancel, fills the screen on a phone. */
export function Dialog({ title, sentence, trigger, open, onOpenChange, width = "m", isText, form, children, ...foot }: DialogProps) {
  const wide = width === "wide" || undefined
  const popup = useRef<HTMLDivElement>(null)
  const firstField = () => {
    const first = popup.current?.querySelector<HTMLInputElement>(FIELDS)
    // Of radios the chosen one: Space and Enter then leave the choice as it is.
    const chosen = first?.type === "radio" && popup.current?.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`)
    return chosen || first || popup.current
  }
  const inside = (
    <>
      {children && !isText && <div className="dialog-body">{children}</div>}
      {children && isText && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard
        <section className="dialog-body" aria-label={title} tabIndex={0}>
          {children}
        </section>
      )}
      <Foot {...foot} />
    </>
  )
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="dialog-place" data-wide={wide}>
          <Base.Popup
            ref={popup}
            initialFocus={(by) => (by === "touch" ? popup.current : firstField())}
            className="dialog"
            data-wide={wide}
            data-large={width === "l" || undefined}
          >
            <header className="flex items-start gap-4 px-6 pt-5 max-m:items-center max-m:pt-2.5">
              <Base.Title className="text-18 font-title tracking-[-0.012em]">{title}</Base.Title>
              <Base.Close className="btn btn-s btn-ghost btn-square -mr-1.5 ml-auto max-m:size-11" aria-label="Close">
                <X aria-hidden="true" />
              </Base.Close>
            </header>
            {sentence ? (
              <Base.Description
                render={<div />}
                className="px-6 pt-1 pb-[18px] text-14 leading-[22px] text-pretty wrap-anywhere text-ink-2 [&_b]:text-ink"
              >
                {sentence}
              </Base.Description>
            ) : (
              <div className="h-3" />
            )}
            {form ? <form {...form}>{inside}</form> : inside}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

function Foot({ footer, note, cancelWord = "Cancel" }: Pick<DialogProps, "footer" | "note" | "cancelWord">) {
  return (
    <footer className="dialog-foot">
      {note && <div className="dialog-note">{note}</div>}
      <Base.Close className="btn">{cancelWord}</Base.Close>
      {footer}
    </footer>
  )
}
