"use client"
import { Pause, Play } from "lucide-react"
import { Command } from "@/components/shell/command"
import { CommandButton } from "@/components/shell/command-button"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { pauseTimers, resumeTimers } from "@/lib/sales/actions"

export type TimerRefusals = { pause: string | null; resume: string | null }

type PauseTimersProps = { lead: { id: string; companyName: string }; isPaused: boolean; refusals: TimerRefusals }

/** **Pause timers**, or **Resume timers** while they are paused. */
export function PauseTimers({ lead: { id: leadId, companyName }, isPaused, refusals }: PauseTimersProps) {
  if (isPaused) {
    return (
      <CommandButton
        action={resumeTimers}
        input={{ leadId }}
        done="Timers resumed"
        tone="ghost"
        icon={<Play aria-hidden="true" />}
        reason={refusals.resume}
      >
        Resume timers
      </CommandButton>
    )
  }
  return (
    <Command
      title="Pause timers"
      icon={<Pause aria-hidden="true" />}
      trigger={{ size: "s", tone: "ghost" }}
      reason={refusals.pause}
      sentence={
        <>
          Stops both clocks of <b>{companyName}</b> until somebody resumes them, as while the applicant is asked.
        </>
      }
      busyWord="Pausing"
      action={pauseTimers}
      hidden={{ leadId }}
      news={() => ({ title: "Timers paused", text: companyName })}
    >
      {(errors) => (
        <Field label="Reason" error={errors.reason}>
          {(control) => <TextInput {...control} name="reason" maxLength={200} autoComplete="off" placeholder="Asked for the tax ID" />}
        </Field>
      )}
    </Command>
  )
}
