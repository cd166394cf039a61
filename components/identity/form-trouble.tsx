"use client"
import { useEffect, useRef } from "react"
import { Strip } from "@/components/ui/strip"

/** Why the form was refused as a whole. Takes the focus when it appears. */
export function FormTrouble({ message }: { message: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (message) box.current?.focus()
  }, [message])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-6 rounded-2 focus:outline-2 focus:outline-offset-2 focus:outline-focus">
      <Strip tone="bad" className="rounded-2 text-15">
        {message}
      </Strip>
    </div>
  )
}
