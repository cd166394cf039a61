import { postByApi } from "@/lib/commerce/credit/api"
import { PostCredit } from "@/lib/commerce/credit/api-schema"
import { apiWriting } from "@/lib/identity/api-keys/api-route"

/** What was delivered, invoiced or paid, as the shop or its ERP tells. */
export const POST = apiWriting("credit:post", PostCredit, postByApi)
