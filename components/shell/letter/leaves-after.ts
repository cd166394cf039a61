/** When a letter leaves that can be taken back for some seconds. */
export const leavesAfter = (seconds: number, deed: string): string =>
  seconds > 0 ? `${seconds} seconds after ${deed}` : `As soon as ${deed}`
