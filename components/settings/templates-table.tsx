import { MailPlus } from "lucide-react"
import { EditTemplate, RemoveTemplate } from "@/components/settings/template-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import type { Template } from "@/lib/mail/messages/templates"
import { languageName } from "@/lib/platform/language-name"

const columns: PlainColumn[] = [
  { key: "name", label: "Name", width: 220 },
  { key: "subject", label: "Subject", phone: "second" },
  { key: "language", label: "Language", width: 130, phone: "top" },
  { key: "commands", label: "Commands", width: 180, align: "right", isCommands: true },
]

/** Every template, by name, each with its commands. */
export function TemplatesTable({ rows }: { rows: readonly Template[] }) {
  return (
    <PlainTable
      label="Message templates"
      columns={columns}
      empty={<Empty icon={<MailPlus />} title="No templates yet" text="A template saves writing the same email again." />}
      rows={rows.map((template) => ({
        id: template.id,
        cells: {
          name: template.name,
          subject: template.subject,
          language: languageName(template.language),
          commands: (
            <span className="inline-flex gap-1.5">
              <EditTemplate template={template} />
              <RemoveTemplate template={template} />
            </span>
          ),
        },
      }))}
    />
  )
}
