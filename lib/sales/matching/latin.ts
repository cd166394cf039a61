import { fold } from "@/lib/platform/fold"

/** Sounds that Latin writes with several letters, in Cyrillic (Russian, Ukrainian, Bulgarian, Serbian, Macedonian) and Greek. Folding has taken accents off before. */
const letters: Readonly<Record<string, string>> = {
  ...{
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    ґ: "g",
    д: "d",
    ђ: "dj",
    ѓ: "gj",
    е: "e",
    є: "ie",
    ж: "zh",
    з: "z",
    ѕ: "dz",
    и: "i",
    і: "i",
    ј: "j",
  },
  ...{ к: "k", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", у: "u", ф: "f", х: "h", ц: "ts" },
  ...{ ч: "ch", џ: "dz", ш: "sh", щ: "shch", ъ: "", ы: "i", ь: "", э: "e", ю: "iu", я: "ia" },
  ...{ α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "ks", ο: "o", π: "p" },
  ...{ ρ: "r", σ: "s", ς: "s", τ: "t", υ: "i", φ: "f", χ: "h", ψ: "ps", ω: "o" },
  ...{ þ: "th", ð: "d", ħ: "h", ĸ: "k", ŋ: "n", ŧ: "t" },
}

/** Greek writes one sound with two letters; these go before the single ones. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})μπ/gu, "b"],
  [/(?<!\p{L})ντ/gu, "d"],
  [/(?<!\p{L})γκ/gu, "g"],
  [/γγ/g, "ng"],
  [/ου/g, "u"],
  [/(?<=[αε])υ(?=[αεηιουωβγδζλμνρ])/g, "v"],
  [/(?<=[αε])υ/g, "f"],
]

/** Spellings between which people and offices choose freely: Müller, Mueller and Muller; Ålborg and Aalborg; Yuri, Juri and Iouri; Electro and Elektro. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/iou(?=r)/g, "iu"],
  [/[yj]/g, "i"],
  [/^ie/g, "e"],
  [/w/g, "v"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/sch|sh/g, "s"],
  [/zh/g, "z"],
  [/kh|ch/g, "h"],
  [/ck|c(?=[aoutlrk]|$)/g, "k"],
  [/tz/g, "ts"],
  [/ou/g, "u"],
  [/[eo]i/g, "i"],
  [/ae/g, "a"],
  [/oe/g, "o"],
  [/ue(?!$)/g, "u"],
  [/(.)\1+/g, "$1"],
]

/** Folded text in Latin letters, as it would be read aloud from any of the alphabets that the house meets. Others stay as they are. */
export function latin(text: string): string {
  let plain = fold(text)
  if (/[α-ω]/.test(plain)) for (const [sound, by] of pairs) plain = plain.replace(sound, by)
  return plain.replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
}

/** A word as comparison hears it: one form for the spellings that mean the same. Only for comparing, never shown. */
export function heard(word: string): string {
  return spellings.reduce((so, [spelling, by]) => so.replace(spelling, by), word)
}
