import { authorizeByApi } from "@/lib/commerce/credit/api"
import { AuthorizeCredit } from "@/lib/commerce/credit/api-schema"
import { apiWriting } from "@/lib/identity/api-keys/api-route"

/** A shop asks at checkout whether an order may be paid on account. */
export const POST = apiWriting("credit:authorize", AuthorizeCredit, authorizeByApi)
