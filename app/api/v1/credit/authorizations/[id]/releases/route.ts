import { releaseByApi } from "@/lib/commerce/credit/api"
import { ReleaseCredit } from "@/lib/commerce/credit/api-schema"
import { apiWriting } from "@/lib/identity/api-keys/api-route"

/** The order does not come: what was held is free again. */
export const POST = apiWriting("credit:authorize", ReleaseCredit, releaseByApi)
