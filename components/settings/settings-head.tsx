import type { ReactNode } from "react"
import { RecordHeader } from "@/components/ui/record-header"

/** The head of a page of Settings. */
export function SettingsHead({ title, text, commands, path }: { title: string; text: string; commands?: ReactNode; path: string }) {
  return (
    <RecordHeader
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: title, href: path },
      ]}
      title={title}
      facts={<span>{text}</span>}
      commands={commands}
    />
  )
}
