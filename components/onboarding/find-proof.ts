import { firstWordOfSha256 } from "@/components/onboarding/sha256"
import { proofBits, proofText } from "@/lib/onboarding/proof-text"

const sliceMs = 25

/** Works for a request: looks for a number whose hash begins with enough zero bits, in slices, so that the page goes on answering. */
export async function findProof(submissionKey: string, startedAt: string): Promise<string> {
  let sliceEnds = performance.now() + sliceMs
  for (let number = 0; ; number++) {
    if (Math.clz32(firstWordOfSha256(proofText(submissionKey, startedAt, String(number)))) >= proofBits) return String(number)
    if (number % 256 === 0 && performance.now() > sliceEnds) {
      await new Promise((resolve) => setTimeout(resolve))
      sliceEnds = performance.now() + sliceMs
    }
  }
}
