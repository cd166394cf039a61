import { z } from "zod"
import { lineOf } from "@/lib/platform/form-shapes"

const text = lineOf("step", 200, "Say what the step is")
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
