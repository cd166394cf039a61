import { z } from "zod"

const text = z.string().trim().min(1, "Say what the step is").max(200, "Keep the step under 200 characters")
const stage = z.enum(["qualify", "develop", "propose", "close"], "Choose a stage")

export const TickStep = z.object({ opportunityId: z.uuid(), stepId: z.uuid(), isDone: z.boolean() })
export type TickStep = z.infer<typeof TickStep>

export const AddStep = z.object({ stage, text })
export type AddStep = z.infer<typeof AddStep>

export const EditStep = z.object({ stepId: z.uuid(), text })
export type EditStep = z.infer<typeof EditStep>

export const StepRef = z.object({ stepId: z.uuid() })
export type StepRef = z.infer<typeof StepRef>

export const MoveStep = z.object({ stepId: z.uuid(), to: z.enum(["up", "down"]) })
export type MoveStep = z.infer<typeof MoveStep>
