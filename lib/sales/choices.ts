/** The choices of Dynamics' option sets on leads and opportunities, as people read them, in their natural order. */
export const sources = {
  web: "Web",
  advertisement: "Advertisement",
  employee_referral: "Employee referral",
  external_referral: "External referral",
  partner: "Partner",
  public_relations: "Public relations",
  seminar: "Seminar",
  trade_show: "Trade show",
  word_of_mouth: "Word of mouth",
  other: "Other",
} as const

export const ratings = { hot: "Hot", warm: "Warm", cold: "Cold" } as const

export const budgets = {
  no_committed_budget: "No committed budget",
  may_buy: "May buy",
  can_buy: "Can buy",
  will_buy: "Will buy",
} as const

export const needs = { must_have: "Must have", should_have: "Should have", good_to_have: "Good to have", no_need: "No need" } as const

export const timeframes = {
  immediate: "Immediate",
  this_quarter: "This quarter",
  next_quarter: "Next quarter",
  this_year: "This year",
  unknown: "Unknown",
} as const

export const processes = { individual: "Individual", committee: "Committee", unknown: "Unknown" } as const

export type Source = keyof typeof sources
export type Rating = keyof typeof ratings
