/** A table of allowed moves: from each state, the states that it may go to. */
export type Moves<State extends string> = Record<State, readonly State[]>

export const isAllowed = <State extends string>(moves: Moves<State>, from: State, to: State): boolean => moves[from].includes(to)
