import { z } from "zod"

const seconds = (fallback: number) => z.coerce.number().min(0).default(fallback)
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1")

const Env = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: count(3000),
  DATABASE_URL: z.string().min(1),
  SMTP_URL: z.string().default("smtp://127.0.0.1:1025"),
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET needs at least 32 characters"),
  AUDIT_SECRET: z.string().min(32, "AUDIT_SECRET needs at least 32 characters").optional(),
  AUDIT_EARLIER_SECRETS: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter(Boolean)),
  APP_URL: z.url().optional(),
  GANGWAY_DEMO: flag,
  INBOX_URL: z.string().optional(),
  STORE_NAME: z.string().min(1).optional(),
  MAIL_FROM: z.string().default("partners@gangway.example"),
  // Short, since a mail's own id and a signature are added to it, and 64 signs are all that may stand before the @.
  BOUNCE_ADDRESS: z
    .email()
    .refine((address) => address.lastIndexOf("@") <= 14, "must have at most 14 signs before the @")
    .optional(),
  BOUNCE_PORT: count(25).optional(),
  BOUNCE_HOST: z.string().default("0.0.0.0"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DATABASE_CONNECTIONS: count(10),
  TRUST_PROXY: flag,

  SEND_WINDOW_SECONDS: seconds(60),
  SESSION_HOURS: count(12),
  SESSION_IDLE_MINUTES: count(120),
  INVITATION_DAYS: count(14),
  PASSWORD_RESET_MINUTES: count(60),
  DECISION_TARGET_DAYS: count(10),
  MAIL_ATTEMPTS: count(12),
  ATTACHMENT_MAX_MB: z.coerce.number().positive().max(10).default(10),
  ATTACHMENTS_PER_NOTE: count(10),

  FORM_MINIMUM_SECONDS: z.coerce.number().min(0).optional(),
  FORM_PER_IP_PER_HOUR: z.coerce.number().int().positive().optional(),
  FORM_PER_ADDRESS_PER_DAY: z.coerce.number().int().positive().optional(),
  FORM_PROOF_ABOVE_PER_HOUR: z.coerce.number().int().positive().optional(),
  SIGN_IN_PER_ACCOUNT: count(10),
  SIGN_IN_PER_IP: count(100),
  SIGN_IN_WINDOW_MINUTES: count(15),
  RESET_PER_ADDRESS_PER_DAY: count(5),
  API_CALLS_PER_MINUTE: count(60_000),
})

/** The demo runs on one machine, on invented data: its form is driven by people who try it out, so its limits are wide. */
const formLimits = (demo: boolean) =>
  demo
    ? { FORM_MINIMUM_SECONDS: 0, FORM_PER_IP_PER_HOUR: 1000, FORM_PER_ADDRESS_PER_DAY: 20, FORM_PROOF_ABOVE_PER_HOUR: 10_000 }
    : { FORM_MINIMUM_SECONDS: 2, FORM_PER_IP_PER_HOUR: 60, FORM_PER_ADDRESS_PER_DAY: 3, FORM_PROOF_ABOVE_PER_HOUR: 300 }

function read() {
  const parsed = Env.safeParse(process.env)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`)
    throw new Error(`The environment is not complete.\n${problems.join("\n")}`)
  }
  const given = parsed.data
  const limits = formLimits(given.GANGWAY_DEMO)
  const appUrl = new URL(given.APP_URL ?? `http://localhost:${given.PORT}`)
  return {
    ...given,
    appUrl,
    /** Whether browsers come by https: then cookies travel by it alone. */
    isSecure: appUrl.protocol === "https:",
    STORE_NAME: given.STORE_NAME ?? (given.GANGWAY_DEMO ? "Harbourline Partners" : "Gangway"),
    isAppUrlGiven: given.APP_URL !== undefined,
    FORM_MINIMUM_SECONDS: given.FORM_MINIMUM_SECONDS ?? limits.FORM_MINIMUM_SECONDS,
    FORM_PER_IP_PER_HOUR: given.FORM_PER_IP_PER_HOUR ?? limits.FORM_PER_IP_PER_HOUR,
    FORM_PER_ADDRESS_PER_DAY: given.FORM_PER_ADDRESS_PER_DAY ?? limits.FORM_PER_ADDRESS_PER_DAY,
    FORM_PROOF_ABOVE_PER_HOUR: given.FORM_PROOF_ABOVE_PER_HOUR ?? limits.FORM_PROOF_ABOVE_PER_HOUR,
  }
}

let known: ReturnType<typeof read> | undefined

/** Every setting of the process, read once from the environment; throws with the list of what is missing. The only reader of `process.env`. */
export function env() {
  known ??= read()
  return known
}
