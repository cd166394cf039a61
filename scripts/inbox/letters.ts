import { appendFile, readFile, writeFile } from "node:fs/promises"
import { simpleParser } from "mailparser"

/** A letter as it arrived: what the demo inbox shows and what browser tests read. */
export type Letter = {
  id: number
  receivedAt: string
  messageId: string
  /** Where reports about it would go: the sender of the envelope. */
  returnPath: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  /** Every address that the letter links to, in order, each once. */
  links: string[]
}

const kept = 500

function linksOf(html: string, text: string): string[] {
  const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"))
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([address]) => address)
  return [...new Set([...inHtml, ...inText])].filter((address) => /^https?:/.test(address))
}

/** The letters of the demo inbox, in memory and, where a file is given, beyond the end of the process. */
export class Letters {
  private letters: Letter[] = []
  private lastId = 0

  constructor(private readonly file?: string) {}

  async load(): Promise<void> {
    if (!this.file) return
    const lines = (await readFile(this.file, "utf8").catch(() => "")).split("\n").filter(Boolean)
    this.letters = lines.slice(-kept).map((line) => JSON.parse(line) as Letter)
    this.lastId = this.letters.at(-1)?.id ?? 0
    await this.save()
  }

  async receive(raw: Buffer, recipients: string[], returnPath = ""): Promise<Letter> {
    const parsed = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true })
    const html = parsed.html || ""
    const text = parsed.text ?? ""
    const letter: Letter = {
      id: ++this.lastId,
      receivedAt: new Date().toISOString(),
      messageId: parsed.messageId ?? "",
      returnPath,
      from: parsed.from?.text ?? "",
      to: recipients,
      subject: parsed.subject ?? "",
      text,
      html,
      links: linksOf(html, text),
    }
    this.letters = [...this.letters, letter].slice(-kept)
    if (this.file) await appendFile(this.file, `${JSON.stringify(letter)}\n`)
    return letter
  }

  /** Newest first; to one address when it is named, in any case of letters. */
  list(to?: string): Letter[] {
    const wanted = to?.toLowerCase()
    return this.letters.filter((letter) => !wanted || letter.to.some((address) => address.toLowerCase() === wanted)).toReversed()
  }

  get(id: number): Letter | undefined {
    return this.letters.find((letter) => letter.id === id)
  }

  async clear(): Promise<void> {
    this.letters = []
    await this.save()
  }

  private async save(): Promise<void> {
    if (this.file) await writeFile(this.file, this.letters.map((letter) => `${JSON.stringify(letter)}\n`).join(""))
  }
}
