/** Dynamics' own numbers of its option sets, which exports carry and imports read. */
export const ratingCodes = { hot: 1, warm: 2, cold: 3 } as const

export const sourceCodes = {
  advertisement: 1,
  employee_referral: 2,
  external_referral: 3,
  partner: 4,
  public_relations: 5,
  seminar: 6,
  trade_show: 7,
  web: 8,
  word_of_mouth: 9,
  other: 10,
} as const

export const budgetCodes = { no_committed_budget: 0, may_buy: 1, can_buy: 2, will_buy: 3 } as const
export const needCodes = { must_have: 0, should_have: 1, good_to_have: 2, no_need: 3 } as const
export const timeframeCodes = { immediate: 0, this_quarter: 1, next_quarter: 2, this_year: 3, unknown: 4 } as const
export const processCodes = { individual: 0, committee: 1, unknown: 2 } as const

/** The number of each value of a table coded as `{ code }`. */
export const codesOf = <Key extends string>(table: Readonly<Record<Key, { code: number }>>): Record<Key, number> =>
  Object.fromEntries(Object.entries<{ code: number }>(table).map(([key, { code }]) => [key, code])) as Record<Key, number>
