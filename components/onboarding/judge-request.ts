import { zodResolver } from "@hookform/resolvers/zod"
import * as z from "zod"
import type { RequestValues } from "@/lib/onboarding/request-fields"
import { RequestAnswers } from "@/lib/onboarding/schema"

const asTyped = z.transform((values: RequestValues): z.input<typeof RequestAnswers> => values)

/** Judges a request by the schema that the server uses too. Many times the size of the form itself: fetch it when it is first asked. */
export const judgeRequest = zodResolver(asTyped.pipe(RequestAnswers), undefined, { raw: true })
