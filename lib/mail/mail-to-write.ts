import { env } from "@/lib/platform/env"

/** What a letter may know of its mail, and the hour at which it is written. */
export type MailToWrite = { linkId: string | null; decisionId: string | null; now: Date }

/** Reads what a letter says at the hour of sending; null when it is no longer worth sending. `about` are the ids that it was posted with. */
export type Load<Props> = (about: unknown, mail: MailToWrite) => Promise<Props | null>

/** The store that writes: its name and its address on the web. */
export const theStore = () => ({ storeName: env().STORE_NAME, storeUrl: env().appUrl.origin })

export type Store = ReturnType<typeof theStore>
