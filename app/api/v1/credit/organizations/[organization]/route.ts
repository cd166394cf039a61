import { getOrganizationByApi } from "@/lib/commerce/credit/api"
import { apiReading } from "@/lib/identity/api-keys/api-route"

/** Where an organization's credit stands. */
export const GET = apiReading("credit:read", getOrganizationByApi)
