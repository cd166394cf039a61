import { type HouseLetter, ofStore, ofWayIn } from "./house-letter"

/** Letters to whoever signs in, and to staff. */
export const forStaff = {
  "password-reset": {
    title: "Password reset",
    occasion: "When somebody asks to set a new password at sign-in.",
    placeholders: ["link", "minutes", ...ofStore],
    needs: ["link"],
    subject: "Set a new password",
    body: `# Set a new password

Somebody, we hope you, asked to set a new password for this email address at %storename%.

[[Set a new password]](%link%)

~ The link works once and for %minutes% minutes; an older one no longer works. If you did not ask, you need do nothing: your password stays as it is.`,
  },
  "staff-invited": {
    title: "Staff invited",
    occasion: "When a member of staff is invited.",
    placeholders: ["name", "email", "role", ...ofWayIn, ...ofStore],
    needs: ["link"],
    subject: "You are invited to work in %storename%",
    body: `# You are invited to work in %storename%

Hello %name%,

You are invited to work in %storename% as **%role%**.

[[%button%]](%link%)

~ The link works once and for %days% days. It is yours alone; please do not pass it on.`,
  },
  "run-digest": {
    title: "Changes to your records",
    occasion: "To each owner, once a run has changed many of their records.",
    placeholders: ["name", "run", "by", "text", "link", ...ofStore],
    needs: ["text"],
    subject: "%by%: %run%",
    body: `# %run%

Hello %name%,

%by% changed many records at once: %run%. %text%

[[See each of them]](%link%)

~ You get one letter for each run that changes records of yours, however many they are.`,
  },
  escalations: {
    title: "Escalated leads",
    occasion: "To whoever leads are escalated to, at most once in a quarter of an hour.",
    placeholders: ["name", "headline", "leads", "link", ...ofStore],
    needs: ["leads"],
    subject: "Leads were escalated to you",
    body: `# %headline%

Hello %name%,

%leads%

[[Open the view Escalated]](%link%)

~ You get at most one such letter in a quarter of an hour, however many leads there are.`,
  },
} as const satisfies Record<string, HouseLetter>
