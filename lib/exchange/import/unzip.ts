import { createInflateRaw } from "node:zlib"
import { AppError } from "@/lib/platform/errors"

type Entry = { name: string; method: number; packed: number; offset: number }

/** What the parts of one workbook may come to once they are unpacked: fifty times what the largest upload weighs is no honest table. */
const mostUnpacked = 1_500_000_000
const broken = () => new AppError("invalid", "The workbook is damaged. Open it in your spreadsheet program and save it again.")
const bomb = () => new AppError("invalid", "The workbook unpacks to far more than a table of leads can hold, and was not read.")

/** An archive in memory. Its parts are unpacked as they are read, and only so far. */
export class Archive {
  readonly #bytes: Buffer
  readonly #entries: Map<string, Entry>
  #unpacked = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    try {
      this.#entries = entriesOf(bytes)
    } catch (error) {
      throw error instanceof AppError ? error : broken()
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** A part as text, for parts that are small by nature. */
  async text(name: string, most: number): Promise<string> {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of this.read(name)) {
      size += piece.length
      if (size > most) throw bomb()
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString("utf8")
  }

  /** A part, piece by piece. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (!entry) throw broken()
    const { offset, packed, method } = entry
    const bytes = this.#bytes
    if (bytes.readUInt32LE(offset) !== 0x04034b50) throw broken()
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const content = bytes.subarray(start, start + packed)
    if (method === 0) {
      this.#count(content.length)
      yield content
      return
    }
    if (method !== 8) throw broken()
    const inflate = createInflateRaw()
    inflate.end(content)
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        this.#count(piece.length)
        yield piece
      }
    } catch (error) {
      throw error instanceof AppError ? error : broken()
    }
  }

  #count(length: number): void {
    this.#unpacked += length
    if (this.#unpacked > mostUnpacked || this.#unpacked > this.#bytes.length * 200 + 1_000_000) throw bomb()
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries = new Map<string, Entry>()
  for (let place = 0; place < count; place++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw broken()
    if (bytes.readUInt16LE(at + 8) & 1) throw new AppError("invalid", "The workbook is locked with a password. Save it without one.")
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString("utf8", at + 46, at + 46 + length)
    const entry = { name, method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), offset: bytes.readUInt32LE(at + 42) }
    entries.set(name.replace(/^\//, ""), entry)
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
