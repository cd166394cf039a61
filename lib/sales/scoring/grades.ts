import type { GradeThresholds } from "./effect"

export const grades = { a: "A", b: "B", c: "C", d: "D" } as const
export type Grade = keyof typeof grades

/** A sum of points as a score. */
export const scoreOf = (points: number): number => Math.max(0, Math.min(100, points))

export const gradeOf = (score: number, { a, b, c }: GradeThresholds): Grade =>
  score >= a ? "a" : score >= b ? "b" : score >= c ? "c" : "d"
