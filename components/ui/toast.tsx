"use client"
import { Toast } from "@base-ui/react/toast"
import { Check, TriangleAlert, Undo2 } from "lucide-react"
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react"
import { useIsUndoStanding } from "@/components/ui/standing-undo"

export type ToastNews = {
  title: string
  text?: string
  /** "bad": what was asked for did not happen. */
  tone?: "good" | "bad"
  /** What **Undo** does. Without it there is no button. */
  undo?: () => void | Promise<void>
  /** What Undo takes back, by its id: once that is taken back by any way, the toast goes; while the page offers the same, the toast does not, and can be dismissed. */
  undoes?: string
  /** A command beside the words, such as Cancel. */
  command?: { word: string; run: () => void }
  /** How long it stays, in seconds; 0 stays until it is changed or dismissed. Hover and focus hold it. */
  seconds?: number
}

type Extra = Pick<ToastNews, "undo" | "undoes" | "command"> & { seconds: number; tone: "good" | "bad"; shownAt: number }

/** All toasts that offer Undo are one: the newest takes the place of the one before. */
const UNDO_ID = "undo"

/** The library calls a toast a dialog; it is none, and holds nobody inside. */
const GROUP = { role: "group", "aria-modal": undefined } as const

/** Holds the toasts of the pages inside it. One, near the root of the office and the portal. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider limit={3}>
      {children}
      <Toast.Portal>
        <Toasts />
      </Toast.Portal>
    </Toast.Provider>
  )
}

function toastOf({ title, text, tone = "good", undo, undoes, command, seconds = undo ? 60 : 8 }: ToastNews) {
  const data: Extra = { seconds, tone, undo, undoes, command, shownAt: Date.now() }
  return { title, description: text, timeout: seconds * 1000, priority: "low" as const, data }
}

/**
 * `showToast(news)`: politely announced, stays for `seconds` (8, or 60 with undo); returns its id.
 * `changeToast(id, news)` says something else in the same place. `closeUndo(undoes)` takes away the offer to undo that, if it still stands.
 */
export function useToast() {
  const { add, update, close, toasts } = Toast.useToastManager<Extra>()
  const shown = useRef(toasts)
  useEffect(() => {
    shown.current = toasts
  })
  const showToast = useCallback((news: ToastNews) => add({ id: news.undo && UNDO_ID, ...toastOf(news) }), [add])
  const changeToast = useCallback((id: string, news: ToastNews) => update(id, toastOf(news)), [update])
  const closeUndo = useCallback(
    (undoes: string) => {
      if (shown.current.some(({ id, data }) => id === UNDO_ID && data?.undoes === undoes)) close(UNDO_ID)
    },
    [close],
  )
  return { showToast, changeToast, closeUndo }
}

function Toasts() {
  const { toasts, close } = Toast.useToastManager<Extra>()
  const away = useWindowAway()
  return (
    <Toast.Viewport className="toasts" data-away={away || undefined}>
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} {...GROUP} className="toast" swipeDirection={["right", "down"]}>
          <Toast.Content className="flex items-start gap-3 py-3.5 pr-3.5 pl-4">
            {toast.data?.tone === "bad" ? (
              <TriangleAlert size={16} className="mt-0.5 flex-none text-(--night-bad)" aria-hidden="true" />
            ) : (
              <Check size={16} className="mt-0.5 flex-none text-(--night-good)" aria-hidden="true" />
            )}
            <div className="min-w-0 flex-1">
              <Toast.Title className="font-semi wrap-anywhere" />
              <Toast.Description className="text-(--night-ink-2) wrap-anywhere" />
            </div>
            {toast.data?.undo && (
              <UndoButton key={toast.data.shownAt} undo={toast.data.undo} undoes={toast.data.undoes} onDone={() => close(toast.id)} />
            )}
            {toast.data?.command && (
              <button
                type="button"
                onClick={toast.data.command.run}
                className="inline-flex h-8 flex-none items-center rounded-2 border border-(--night-edge) px-3 font-semi hover:bg-(--night-track) max-m:h-11"
              >
                {toast.data.command.word}
              </button>
            )}
            {!toast.data?.undo && !toast.data?.command && <Dismiss />}
          </Toast.Content>
          {toast.data?.undo && <div key={toast.data.shownAt} className="toast-line" style={{ "--seconds": `${toast.data.seconds}s` }} />}
        </Toast.Root>
      ))}
    </Toast.Viewport>
  )
}

const Dismiss = () => (
  <Toast.Close aria-hidden={false} className="rounded-2 px-2 text-12 leading-5 text-(--night-ink-2) hover:underline">
    Dismiss
  </Toast.Close>
)

type UndoButtonProps = Required<Pick<ToastNews, "undo">> & Pick<ToastNews, "undoes"> & { onDone: () => void }

function UndoButton({ undo, undoes, onDone }: UndoButtonProps) {
  const [busy, setBusy] = useState(false)
  const isStanding = useIsUndoStanding(undoes)
  if (isStanding && !busy) return <Dismiss />
  const click = async () => {
    if (busy) return
    setBusy(true)
    await undo()
    onDone()
  }
  return (
    <button
      type="button"
      onClick={click}
      aria-busy={busy || undefined}
      className="inline-flex h-8 flex-none items-center gap-[7px] rounded-2 border border-(--night-edge) px-3 font-semi hover:bg-(--night-track) max-m:h-11"
    >
      <Undo2 size={16} aria-hidden="true" />
      Undo
    </button>
  )
}

/** The toast library holds its clocks while the window is in the background; the running line must hold as well. */
function useWindowAway() {
  const [away, setAway] = useState(false)
  useEffect(() => {
    const leave = () => setAway(true)
    const back = () => setAway(false)
    window.addEventListener("blur", leave)
    window.addEventListener("focus", back)
    return () => {
      window.removeEventListener("blur", leave)
      window.removeEventListener("focus", back)
    }
  }, [])
  return away
}
