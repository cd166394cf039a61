/** With how many zero bits a proof's hash begins: about a second of a browser's work, and nothing to check. */
export const proofBits = 16

/** What is hashed. The key is good for one request and the time is signed, so a proof serves for one request, and not for long. */
export const proofText = (submissionKey: string, startedAt: string, proof: string): string => `${submissionKey}.${startedAt}.${proof}`
