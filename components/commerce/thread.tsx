import { MessageCommands } from "@/components/commerce/message-commands"
import { NewMark } from "@/components/commerce/new-mark"
import { ThreadSeen } from "@/components/commerce/thread-seen"
import { MentionedText } from "@/components/shell/mentioned-text"
import { WriteForm } from "@/components/shell/write-form"
import { Avatar } from "@/components/ui/avatar"
import { Section } from "@/components/ui/section"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { writeMessage } from "@/lib/commerce/actions"
import type { ThreadMessage, ThreadView } from "@/lib/commerce/thread/queries"

/** **Discussion**: what staff say to each other about a request, oldest first. Nobody else ever reads it. */
export function Thread({ prospectId, thread }: { prospectId: string; thread: ThreadView }) {
  const { messages, names, unread, isCut, refusal } = thread
  const last = messages.at(-1)
  return (
    <Section title="Discussion" aside={<Tag>Staff only</Tag>}>
      <ThreadSeen prospectId={prospectId} newest={last?.id ?? null} unread={unread}>
        {isCut && <p className="mb-2 text-12 text-ink-3">Only the newest messages are shown.</p>}
        {messages.length > 0 && (
          <ol className="mb-3 grid gap-3" aria-label="Discussion">
            {messages.map((message) => (
              <Message key={message.id} message={message} names={names} />
            ))}
          </ol>
        )}
        {refusal === null ? (
          <WriteForm
            action={writeMessage}
            hidden={{ prospectId }}
            label="Message to colleagues"
            placeholder="Write to colleagues. @ mentions one."
            word="Post"
            busyWord="Posting"
          />
        ) : (
          <p className="text-ink-3">{messages.length === 0 ? `Nobody has written yet. ${refusal}` : refusal}</p>
        )}
      </ThreadSeen>
    </Section>
  )
}

function Message({ message, names }: { message: ThreadMessage; names: Readonly<Record<string, string>> }) {
  const { authorName, at, text, editedAt, mayChange, isNew } = message
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-2.5">
      <Avatar name={authorName} />
      <div className="min-w-0">
        <div className="flex items-baseline gap-2 text-ink-2">
          <b className="font-semi text-ink">{authorName}</b>
          <NewMark isNew={isNew} />
          <span className="ml-auto flex-none text-12 text-ink-3 tabular-nums">
            <Moment at={at} />
          </span>
          {mayChange && (
            <span className="-my-1 flex-none self-start">
              <MessageCommands message={message} names={names} />
            </span>
          )}
        </div>
        <div className="text-pretty text-ink-2">
          <MentionedText text={text} names={names} />
        </div>
        {editedAt && (
          <p className="text-12 text-ink-3">
            Edited <Moment at={editedAt} />
          </p>
        )}
      </div>
    </li>
  )
}
