"use client"
import { Monitor, Moon, Smartphone, Sun } from "lucide-react"
import { type ReactNode, useState } from "react"
import { Segmented } from "@/components/ui/segmented"
import type { Face } from "@/lib/mail/marks/letter-look"
import { type LetterToWrite, writeLetter } from "@/lib/mail/marks/write-letter"

type LetterFrameProps = {
  letter: Omit<LetterToWrite, "face">
  sender: { name: string; address: string; replyTo: string | null }
  /** Beside the ways to look at it. */
  children?: ReactNode
}

/** A letter as its reader sees it: in the light or the dark, on a desk or a phone, or as plain text. */
export function LetterFrame({ letter, sender, children }: LetterFrameProps) {
  const [part, showPart] = useState("html")
  const [scheme, setScheme] = useState<"light" | "dark">("light")
  const [width, setWidth] = useState("desktop")
  const face: Face = { scheme, isNarrow: width === "phone" }
  const written = writeLetter({ ...letter, face })
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          legend="Part"
          hideLegend
          name="part"
          value={part}
          onChoose={showPart}
          choices={[
            { value: "html", label: "HTML" },
            { value: "text", label: "Plain text" },
          ]}
        />
        {part === "html" && (
          <>
            <Segmented
              legend="Colours"
              hideLegend
              name="scheme"
              value={scheme}
              onChoose={(chosen) => setScheme(chosen === "dark" ? "dark" : "light")}
              choices={[
                { value: "light", label: "Light", icon: <Sun size={14} aria-hidden="true" /> },
                { value: "dark", label: "Dark", icon: <Moon size={14} aria-hidden="true" /> },
              ]}
            />
            <Segmented
              legend="Width"
              hideLegend
              name="width"
              value={width}
              onChoose={setWidth}
              choices={[
                { value: "desktop", label: "Desktop", icon: <Monitor size={14} aria-hidden="true" /> },
                { value: "phone", label: "Phone", icon: <Smartphone size={14} aria-hidden="true" /> },
              ]}
            />
          </>
        )}
        {children}
      </div>
      <dl className="facts mt-3" data-wide>
        <dt>From</dt>
        <dd className="wrap-anywhere">{`${sender.name}, ${sender.address}`}</dd>
        {sender.replyTo && (
          <>
            <dt>Answers to</dt>
            <dd className="wrap-anywhere">{sender.replyTo}</dd>
          </>
        )}
        <dt>Subject</dt>
        <dd className="font-medium wrap-anywhere">{written.subject}</dd>
      </dl>
      <div className="mt-3 overflow-hidden rounded-3 border border-line-2 bg-sunken">
        {part === "html" ? (
          <iframe
            title="The letter"
            sandbox=""
            srcDoc={written.html}
            className={`mx-auto block h-[640px] max-w-full bg-sheet ${width === "phone" ? "w-[390px]" : "w-full"}`}
          />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <pre tabIndex={0} className="max-h-[640px] overflow-auto bg-sheet p-4 font-mono text-12 wrap-anywhere whitespace-pre-wrap">
            {written.text}
          </pre>
        )}
      </div>
    </div>
  )
}
