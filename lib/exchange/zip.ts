import { Readable } from "node:stream"
import { crc32, createDeflateRaw } from "node:zlib"

/** A file of an archive; its content comes piece by piece. */
export type ZipEntry = { name: string; content: AsyncIterable<Buffer> | Iterable<Buffer> }

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }

const most = 0xffffffff
const version = 45
const streamed = 0x0808 // sizes follow the content; names are UTF-8
// A fixed date: what an archive says of its making helps nobody.
const date = ((2026 - 1980) << 9) | (1 << 5) | 1

/**
 * A ZIP archive as a stream. Nothing is held back but the table of contents, so its size does not matter; one entry may have up to 4 GB,
 * the archive any number.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset }
    const head = localHead(entry.name)
    offset += head.length
    yield head
    const deflate = createDeflateRaw({ level: 3 })
    const source = Readable.from(tallied(content, entry), { objectMode: false })
    source.on("error", (error) => deflate.destroy(error))
    source.pipe(deflate)
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      entry.packed += piece.length
      yield piece
    }
    const tail = descriptor(entry)
    offset += entry.packed + tail.length
    yield tail
    written.push(entry)
  }
  const table = Buffer.concat(written.map(centralHead))
  yield table
  yield endOf(written.length, table.length, offset)
}

async function* tallied(content: ZipEntry["content"], entry: Written): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    entry.crc = crc32(piece, entry.crc)
    entry.size += piece.length
    if (entry.size > most) throw new Error(`${entry.name} is larger than an entry of an archive can be.`)
    yield piece
  }
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(streamed, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(date, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function centralHead({ name, crc, packed, size, offset }: Written): Buffer {
  const isFar = offset >= most
  const extra = Buffer.alloc(isFar ? 12 : 0)
  if (isFar) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(offset), 4)
  }
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(version, 4)
  head.writeUInt16LE(isFar ? version : 20, 6)
  head.writeUInt16LE(streamed, 8)
  head.writeUInt16LE(8, 10)
  head.writeUInt16LE(date, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(isFar ? most : offset, 42)
  return Buffer.concat([head, name, extra])
}

/** The end of the archive; beyond 4 GB with the longer record before it that says where the table of contents begins. */
function endOf(count: number, tableSize: number, offset: number): Buffer {
  const isFar = offset >= most
  const long = Buffer.alloc(isFar ? 76 : 0)
  if (isFar) {
    long.writeUInt32LE(0x06064b50, 0)
    long.writeBigUInt64LE(44n, 4)
    long.writeUInt16LE(version, 12)
    long.writeUInt16LE(version, 14)
    long.writeBigUInt64LE(BigInt(count), 24)
    long.writeBigUInt64LE(BigInt(count), 32)
    long.writeBigUInt64LE(BigInt(tableSize), 40)
    long.writeBigUInt64LE(BigInt(offset), 48)
    long.writeUInt32LE(0x07064b50, 56)
    long.writeBigUInt64LE(BigInt(offset + tableSize), 64)
    long.writeUInt32LE(1, 72)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(tableSize, 12)
  end.writeUInt32LE(isFar ? most : offset, 16)
  return Buffer.concat([long, end])
}
