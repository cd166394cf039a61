/** Thrown by work that was begun as one statement and turns out to need a transaction around it; it is then done again in one. */
export class NeedsTransaction extends Error {
  constructor() {
    super("This has to be done within a transaction.")
    this.name = "NeedsTransaction"
  }
}
