import type { ReactNode } from "react"

/** One of the form's sections, with the line above it. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mt-11 grid min-w-0 gap-6 border-t border-line-2 pt-8">
      <legend className="contents">
        <h2 className="text-24 font-title tracking-[-0.017em]">{title}</h2>
      </legend>
      {children}
    </fieldset>
  )
}
