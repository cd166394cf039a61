import { expect } from "@playwright/test"
import type { Letter } from "../scripts/inbox/letters"

export type ReceivedLetter = Letter & {
  /** The first address in the letter whose path begins so; fails when there is none. */
  link(path: string): string
}

/** A person's letters, read back from the SMTP server that received them. */
export class Mailbox {
  constructor(private readonly inboxUrl: string) {}

  /** What has arrived for an address so far, newest first. */
  async lettersTo(address: string): Promise<ReceivedLetter[]> {
    const response = await fetch(new URL(`/api/messages?to=${encodeURIComponent(address)}`, this.inboxUrl))
    const letters: Letter[] = await response.json()
    return letters.map((letter) => ({ ...letter, link: (path) => linkIn(letter, path) }))
  }

  /** Waits for the newest letter to an address whose subject contains the text. */
  async letterTo(address: string, subject = "", withinMs = 30_000): Promise<ReceivedLetter> {
    let found: ReceivedLetter | undefined
    await expect
      .poll(
        async () => {
          const letters = await this.lettersTo(address)
          found = letters.find((letter) => letter.subject.includes(subject))
          return found?.subject ?? letters.map((letter) => letter.subject)
        },
        { message: `a letter to ${address} with the subject “${subject}”`, timeout: withinMs, intervals: [100, 200, 300] },
      )
      .toContain(subject)
    if (!found) throw new Error(`No letter to ${address}`)
    return found
  }

  /** Makes the mail server refuse everybody, or serve again. */
  async refuse(isOn: boolean): Promise<void> {
    await fetch(new URL(`/api/refuse?on=${isOn ? 1 : 0}`, this.inboxUrl), { method: "POST" })
  }
}

function linkIn(letter: Letter, path: string): string {
  const link = letter.links.find((address) => new URL(address).pathname.startsWith(path))
  if (!link) throw new Error(`“${letter.subject}” links to no ${path}, only to ${letter.links.join(", ") || "nothing"}`)
  return link
}
