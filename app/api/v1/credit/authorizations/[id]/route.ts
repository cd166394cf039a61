import { getAuthorizationByApi } from "@/lib/commerce/credit/api"
import { apiReading } from "@/lib/identity/api-keys/api-route"

/** An authorization as it is now. */
export const GET = apiReading("credit:read", getAuthorizationByApi)
