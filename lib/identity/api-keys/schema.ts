import { z } from "zod"
import { dayOf, lineOf } from "@/lib/platform/form-shapes"
import { apiScopes, scopeNames } from "./scopes"

const ticked = z.enum(["on", "true", ""]).optional()

export const AddApiKey = z
  .object({
    name: lineOf("name", 60, "Enter a name, such as the shop's"),
    authorize: ticked,
    post: ticked,
    read: ticked,
    channel: z
      .union([z.literal(""), z.string().regex(/^[a-z0-9-]{1,40}$/, "Choose a channel")])
      .optional()
      .transform((code) => code || null),
    expiresOn: z
      .union([z.literal(""), dayOf("Enter a date")], "Enter a date")
      .optional()
      .transform((day) => day || null),
  })
  .transform(({ name, channel, expiresOn, ...ticks }, check) => {
    const scopes = scopeNames.filter((scope) => ticks[apiScopes[scope].field])
    if (scopes.length === 0) check.addIssue({ code: "custom", path: ["authorize"], message: "Choose what the key may do" })
    return { name, scopes, channel, expiresOn }
  })
export type AddApiKey = z.output<typeof AddApiKey>

export const ApiKeyRef = z.object({ keyId: z.uuid() })
export type ApiKeyRef = z.output<typeof ApiKeyRef>
