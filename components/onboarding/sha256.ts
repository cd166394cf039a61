const sign32 = (value: number) => (value * 2 ** 32) | 0
const primes: number[] = []
for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime !== 0)) primes.push(number)
const fraction = (value: number) => value - Math.floor(value)
const rounds = primes.map((prime) => sign32(fraction(Math.cbrt(prime))))
const start = primes.slice(0, 8).map((prime) => sign32(fraction(Math.sqrt(prime))))

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** The first 32 bits of the SHA-256 of a text in ASCII. A page without TLS has no `crypto.subtle`, and that one is slow at many short texts. */
export function firstWordOfSha256(text: string): number {
  const length = text.length
  const words = new Int32Array(((length + 72) >> 6) * 16)
  for (let at = 0; at < length; at++) words[at >> 2] = at4(words, at >> 2) | (text.charCodeAt(at) << (24 - (at & 3) * 8))
  words[length >> 2] = at4(words, length >> 2) | (0x80 << (24 - (length & 3) * 8))
  words[words.length - 1] = length * 8
  const hash = Int32Array.from(start)
  for (let block = 0; block < words.length; block += 16) mix(hash, words.subarray(block, block + 16))
  return at4(hash, 0) >>> 0
}

const at4 = (words: Int32Array, place: number) => words[place] ?? 0
const schedule = new Int32Array(64)

function mix(hash: Int32Array, block: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let round = 0; round < 64; round++) {
    if (round < 16) schedule[round] = at4(block, round)
    else {
      const [early, late] = [at4(schedule, round - 15), at4(schedule, round - 2)]
      const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      schedule[round] = (at4(schedule, round - 16) + first + at4(schedule, round - 7) + second) | 0
    }
    const high =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (rounds[round] ?? 0) + at4(schedule, round)) | 0
    const low = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + high) | 0
    d = c
    c = b
    b = a
    a = (high + low) | 0
  }
  for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) hash[place] = (at4(hash, place) + word) | 0
}
