"use client"
import { Check, Ellipsis, Pencil, Trash2 } from "lucide-react"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { MentionTextarea } from "@/components/shell/mention-textarea"
import { Field } from "@/components/ui/field"
import { Menu } from "@/components/ui/menu"
import { MenuButton } from "@/components/ui/menu-items"
import { deleteMessage, editMessage } from "@/lib/commerce/actions"
import type { ThreadMessage } from "@/lib/commerce/thread/queries"
import { textParts, typedText } from "@/lib/identity/mentions"

type MessageCommandsProps = { message: ThreadMessage; names: Readonly<Record<string, string>> }

/** Edit and delete what one wrote oneself. */
export function MessageCommands({ message, names }: MessageCommandsProps) {
  const [opened, open] = useState<"edit" | "delete" | null>(null)
  const { id, version, text } = message
  const shared = { hidden: { messageId: id, version: String(version) }, onClose: () => open(null) }
  const mentioned = textParts(text, names).flatMap((part) => ("person" in part ? [part.person] : []))
  return (
    <>
      <Menu trigger={<Ellipsis size={15} aria-hidden="true" />} label="More for this message" triggerClassName="story-menu" end>
        <MenuButton icon={<Pencil aria-hidden="true" />} onClick={() => open("edit")}>
          Edit
        </MenuButton>
        <MenuButton icon={<Trash2 aria-hidden="true" />} onClick={() => open("delete")}>
          Delete
        </MenuButton>
      </Menu>
      {opened === "edit" && (
        <CommandDialog
          {...shared}
          title="Edit"
          icon={<Check aria-hidden="true" />}
          sentence="Changes your message. The history keeps that you edited it, and when."
          busyWord="Saving"
          action={editMessage}
          news={() => ({ title: "Message saved" })}
        >
          {(errors) => (
            <Field label="Message" error={errors.text}>
              {(control) => (
                <MentionTextarea {...control} name="text" rows={5} maxLength={4000} given={typedText(text, names)} mentioned={mentioned} />
              )}
            </Field>
          )}
        </CommandDialog>
      )}
      {opened === "delete" && (
        <CommandDialog
          {...shared}
          title="Delete"
          tone="danger"
          icon={<Trash2 aria-hidden="true" />}
          sentence="Deletes your message for everybody. The history keeps that it was there, and that you deleted it."
          busyWord="Deleting"
          action={deleteMessage}
          news={() => ({ title: "Message deleted" })}
        />
      )}
    </>
  )
}
