import { Command } from "cmdk"
import { ArrowRight, CornerDownLeft } from "lucide-react"
import { NavIcon } from "@/components/shell/nav-icon"
import { Status } from "@/components/ui/status"
import type { Entry } from "./palette-entries"

/** A line of the palette. What cannot be used now stays in sight and says why. */
export function PaletteEntry({ entry, onRun }: { entry: Entry; onRun: (entry: Entry) => void }) {
  const Sign = entry.press ? CornerDownLeft : ArrowRight
  const { key, label, sub, aside, status, icon, reason } = entry
  return (
    <Command.Item value={key} onSelect={() => onRun(entry)} className="palette-item" data-off={reason ? true : undefined}>
      <span className="palette-sign">{icon ? <NavIcon name={icon} /> : <Sign size={16} aria-hidden="true" />}</span>
      <span className="min-w-0 flex-1">
        <span className="palette-label">{label}</span>
        {(reason || sub) && <span className="palette-sub">{reason ?? sub}</span>}
      </span>
      {status && <Status word={status} plain />}
      <span className="palette-aside">{aside}</span>
    </Command.Item>
  )
}
