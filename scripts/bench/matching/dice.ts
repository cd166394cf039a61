/** Dice that fall the same way in every run. */
export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** 0 ≤ x < 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  below(most: number): number {
    return Math.floor(this.roll() * most)
  }
  one<Thing>(of: readonly Thing[]): Thing {
    const thing = of[this.below(of.length)]
    if (thing === undefined) throw new Error("Nothing to choose from")
    return thing
  }
  /** True so many times of one. */
  falls(chance: number): boolean {
    return this.roll() < chance
  }
  digits(count: number): string {
    return Array.from({ length: count }, (_, at) => String(at === 0 ? 1 + this.below(9) : this.below(10))).join("")
  }
}
