import { captureByApi } from "@/lib/commerce/credit/api"
import { CaptureCredit } from "@/lib/commerce/credit/api-schema"
import { apiWriting } from "@/lib/identity/api-keys/api-route"

/** The order stands: what was held is owed for it. */
export const POST = apiWriting("credit:authorize", CaptureCredit, captureByApi)
