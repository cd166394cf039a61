import { type HouseLetter, ofApplicant, ofStore, ofWayIn } from "./house-letter"

/** Letters to applicants and to partners. */
export const forPartners = {
  "request-received": {
    title: "Request received",
    occasion: "At once, to the address that a request names. Nobody has confirmed it yet: it may carry nothing that a stranger wrote.",
    placeholders: ["reference", "link", ...ofStore],
    needs: ["link"],
    subject: "We received your request %reference%",
    body: `# We received your request

A request to become a business partner of %storename% was sent with this email address. Its reference is **%reference%**.

On your private page, confirm this address with Confirm email, and see at any time where the request is.

[[Follow your request]](%link%)

~ Keep this letter: whoever has the link can read the request. If you sent none, you need do nothing.`,
  },
  "request-reminder": {
    title: "Confirm your address",
    occasion: "When nobody has confirmed the address of a request for a while. It may carry nothing that a stranger wrote.",
    placeholders: ["reference", "until", "link", ...ofStore],
    needs: ["link"],
    subject: "Please confirm your request %reference%",
    body: `# Please confirm your email address

A request to become a business partner of %storename% was sent with this email address. Its reference is **%reference%**. We cannot answer it before the address is confirmed.

We keep the request until %until%. If the address is not confirmed by then, it expires.

[[Confirm your address]](%link%)

~ Whoever has the link can read the request. If you sent none, you need do nothing.`,
  },
  message: {
    title: "Question about your request",
    occasion: "When a person of yours writes to an applicant, to ask something or to tell.",
    placeholders: ["subject", "text", "writer", ...ofStore],
    needs: ["text"],
    subject: "%subject%",
    body: `# %subject%

%text%

%writer%
%storename%`,
  },
  "question-reminder": {
    title: "Reminder of a question",
    occasion: "When an applicant has not answered a question for a while. Once for each question.",
    placeholders: ["reference", "subject", "text", "until", "link", ...ofStore],
    needs: ["link"],
    subject: "Please answer: %subject%",
    body: `# We wait for your answer

We asked you something about your request **%reference%**, and cannot decide it before we have your answer.

> %text%

We keep the request until %until%. Without an answer by then, it expires.

[[Answer on your page]](%link%)

~ If you answered meanwhile, you need do nothing. Whoever has the link can read the request.`,
  },
  "request-merged": {
    title: "Request merged",
    occasion:
      "When a request was put together with another one of the same company, if the applicant is to be told. It may carry nothing that a stranger wrote.",
    placeholders: ["reference", "ongoing", "link", ...ofStore],
    needs: ["link"],
    subject: "Your request %reference% goes on as %ongoing%",
    body: `# We put two requests together

We got two requests of one company. We handle your request **%reference%** together with the other one, under the number **%ongoing%**, and decide once, for both.

You need do nothing. Your private page shows at any time where it is, and what we decide.

[[Follow your request]](%link%)

~ If the two have nothing to do with each other, please answer this letter. Whoever has the link can read the request.`,
  },
  "prospect-approved": {
    title: "B2B prospect approved",
    occasion: "When a prospect is approved, once the decision can no longer be undone.",
    placeholders: [...ofApplicant, "reason", "note", ...ofWayIn],
    needs: ["link"],
    subject: "Your request to become a business partner is approved",
    body: `# Your request is approved

Hello %firstname%,

Your request %reference% for %company% is approved. %company% is now a business partner of %storename%, and you are its Admin.

> %note%

Everything else is in the partner portal: your organization and its users.

[[%button%]](%link%)

~ The link works once and for %days% days. It is yours alone; please do not pass it on.`,
  },
  "prospect-rejected": {
    title: "B2B prospect rejected",
    occasion: "When a prospect is rejected, once the decision can no longer be undone.",
    placeholders: [...ofApplicant, "reason", "note"],
    needs: [],
    subject: "Your request to become a business partner was declined",
    body: `# Your request was declined

Hello %firstname%,

Thank you for your request %reference% for %company% to become a business partner of %storename%. It was declined.

%reason%

> %note%

If something changes on your side, you are welcome to send a new request.`,
  },
  "request-reopened": {
    title: "Request reopened",
    occasion: "When a decline is taken back, if the applicant is to be told.",
    placeholders: [...ofApplicant],
    needs: [],
    subject: "Your request %reference% is being read again",
    body: `# Your request is being read again

Hello %firstname%,

We have opened your request %reference% for %company% again. What we wrote before no longer stands.

You need do nothing. You hear from us when it is decided; the private link in our first letter shows where it is.`,
  },
  "user-added": {
    title: "User added",
    occasion: "When somebody is added as a user of a partner.",
    placeholders: ["firstname", "lastname", "company", "email", "addedby", ...ofWayIn, ...ofStore],
    needs: ["link"],
    subject: "You were added as a user of %company%",
    body: `# You were added as a user of %company%

Hello %firstname%,

%addedby% has added you as a user of %company%, a business partner of %storename%.

[[%button%]](%link%)

~ The link works once and for %days% days. It is yours alone; please do not pass it on.

~ If you do not know %company%, you need do nothing.`,
  },
  "role-changed": {
    title: "Role changed",
    occasion: "When somebody makes a user of a partner Admin, or an Admin user.",
    placeholders: ["firstname", "lastname", "company", "email", "role", ...ofStore],
    needs: [],
    subject: "Your role for %company% has changed",
    body: `# Your role for %company% has changed

Hello %firstname%,

In the partner portal of %storename% you are now **%role%** of %company%.

An Admin adds and removes users and says what each may spend; a User orders, and sees the organization.

~ If you did not expect this, ask an Admin of %company%.`,
  },
  "credit-changed": {
    title: "Credit limit changed",
    occasion: "When the credit of a partner changes, to each of its Admins, as soon as it is decided.",
    placeholders: ["firstname", "lastname", "company", "email", "limit", "from", ...ofStore],
    needs: [],
    subject: "The credit limit of %company% has changed",
    body: `# The credit limit of %company% has changed

Hello %firstname%,

The credit limit of %company% at %storename% is **%limit%** from %from% on.

The partner portal shows how much of it is left, and there you say what each of your users may spend.`,
  },
  "credit-declined": {
    title: "Credit request declined",
    occasion: "When a partner’s request for credit is declined, to whoever asked.",
    placeholders: ["firstname", "lastname", "company", "email", "limit", "reason", ...ofStore],
    needs: [],
    subject: "Your request for credit for %company% was declined",
    body: `# Your request for credit was declined

Hello %firstname%,

You asked for a credit limit of **%limit%** for %company% at %storename%. It was declined.

> %reason%

What %company% has of credit stays as it is. You can ask again in the partner portal.`,
  },
  "user-removed": {
    title: "User removed",
    occasion: "When a user of a partner is removed.",
    placeholders: ["firstname", "lastname", "company", "email", ...ofStore],
    needs: [],
    subject: "Your access for %company% has ended",
    body: `# Your access for %company% has ended

Hello %firstname%,

You are no longer a user of %company% in the partner portal of %storename%. What you did there stays on record.

If this is a mistake, an Admin of %company% can add you again.`,
  },
} as const satisfies Record<string, HouseLetter>
