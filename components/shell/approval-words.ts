/** What is asked for, in the word of its command. */
export const approvalWords = {
  qualify: "Qualify",
  disqualify: "Disqualify",
  win: "Close as Won",
  lose: "Close as Lost",
  approve: "Approve",
  reject: "Reject",
} as const
