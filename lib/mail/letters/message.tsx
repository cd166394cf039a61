import { Link } from "react-email"
import { z } from "zod"
import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { type Load, type Store, theStore } from "../mail-to-write"
import { Layout, Words } from "./layout"
import { look } from "./letter-look"

const About = z.object({ activityId: z.uuid() })

type MessageProps = { store: Store; writer: string; subject: string; text: string; link: string | null }

export const load: Load<MessageProps> = async (about, { linkId }) => {
  const { activityId } = About.parse(about)
  const select = { subject: true, text: true, actorName: true } as const
  const message = await db.activity.findUnique({ where: { id: activityId, kind: "email" }, select })
  if (!message) return null
  const link = linkId ? linkAddress(linkId, "request_status") : null
  return { store: theStore(), writer: message.actorName, subject: message.subject ?? "", text: message.text, link }
}

/** What a person of ours wrote, in plain words: paragraphs, lines and at most the applicant's own link. */
export function Message({ store, writer, subject, text, link }: MessageProps) {
  return (
    <Layout store={store} title={subject} preview={text.slice(0, 120)}>
      {text.split("\n\n").map((paragraph, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes on its page
        <Words key={place}>
          <Lines text={paragraph} link={link} />
        </Words>
      ))}
      <Words>
        {writer}
        <br />
        {store.storeName}
      </Words>
    </Layout>
  )
}

function Lines({ text, link }: { text: string; link: string | null }) {
  return text.split("\n").map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that never changes on its page
    <span key={place}>
      {place > 0 && <br />}
      {line.split("%link%").map((words, part) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <span key={part}>
          {part > 0 && link && (
            <Link href={link} className="link" style={look.link}>
              {link}
            </Link>
          )}
          {words}
        </span>
      ))}
    </span>
  ))
}
