/** What an API key may be allowed, each with its words. */
export const apiScopes = {
  "credit:authorize": { field: "authorize", label: "Authorize credit", hint: "Authorize, capture and release, as a shop does at checkout" },
  "credit:post": { field: "post", label: "Post to the ledger", hint: "Packing slips, invoices and payments, as an ERP does" },
  "credit:read": { field: "read", label: "Read credit", hint: "What is left of organizations and users" },
} as const

export type ApiScope = keyof typeof apiScopes

export const scopeNames = Object.keys(apiScopes) as ApiScope[]

/** The scopes among some stored words; what a scope was once called opens nothing. */
export const scopesOf = (stored: readonly string[]): ApiScope[] => scopeNames.filter((scope) => stored.includes(scope))
