/** A key cap. Hidden from assistive technology: the control's name is its word alone. */
export function Kbd({ children }: { children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  )
}
