import { Segmented } from "@/components/ui/segmented"
import type { Made } from "./desk-choice"

type MadeChoiceProps = { legend: string; value: Made; onChoose: (made: Made) => void }

const choices = [
  { value: "create", label: "Create" },
  { value: "existing", label: "Use existing" },
]

/** Whether a record is made or one that exists is used. */
export function MadeChoice({ legend, value, onChoose }: MadeChoiceProps) {
  const choose = (made: string) => onChoose(made === "existing" ? "existing" : "create")
  return <Segmented legend={legend} hideLegend name={`${legend.toLowerCase()}Choice`} choices={choices} value={value} onChoose={choose} />
}
