/** How long an applicant's answer is at most, in code points. */
export const longestAnswer = 4000
