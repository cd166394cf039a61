"use client"
import {
  AlarmClock,
  AtSign,
  Bell as BellIcon,
  CheckCheck,
  Diff,
  Layers,
  MessageCircleReply,
  SquareCheck,
  TriangleAlert,
  UserCheck,
  UsersRound,
} from "lucide-react"
import Link from "next/link"
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react"
import { concerns, useLive } from "@/components/shell/use-live"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { Moment } from "@/components/ui/time"
import { readNotifications } from "@/lib/identity/actions"
import type { NotificationRow } from "@/lib/identity/notifications"
import { recordHref } from "@/lib/platform/record-href"

type Told = { unread: number; list: NotificationRow[] | null }

const deeds = {
  mention: { icon: <AtSign />, words: "mentioned you on" },
  task_assigned: { icon: <SquareCheck />, words: "gave you a task on" },
  approval: { icon: <UsersRound />, words: "about the approval of" },
  lead_assigned: { icon: <UserCheck />, words: "gave you" },
  reminder: { icon: <AlarmClock />, words: "reminds you of what is due on" },
  drift: { icon: <Diff />, words: "found members that differ in" },
  escalation: { icon: <TriangleAlert />, words: "escalated" },
  answer: { icon: <MessageCircleReply />, words: "answered about" },
  run: { icon: <Layers />, words: "changed many records:" },
} as const satisfies Record<NotificationRow["kind"], { icon: ReactNode; words: string }>

const most = 99

async function ask(isListAsked: boolean): Promise<Told | null> {
  const answer = await fetch(`/api/notifications${isListAsked ? "?list" : ""}`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Told) : null
}

/** What colleagues and reminders have to tell, behind a bell with the count of what is unread. It is asked for when it is opened. */
export function Bell({ unread: given }: { unread: number }) {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const [told, setTold] = useState<Told>({ unread: given, list: null })
  useEffect(() => setTold((before) => ({ ...before, unread: given })), [given])

  const look = useCallback(async (isListAsked: boolean) => {
    const news = await ask(isListAsked)
    if (news) setTold((before) => ({ unread: news.unread, list: news.list ?? before.list }))
  }, [])
  // Opened before the page listened, it has its list to ask for.
  useEffect(() => {
    if (popover.current?.matches(":popover-open")) void look(true)
  }, [look])
  useLive((news) => {
    if (concerns(news, "notification")) void look(popover.current?.matches(":popover-open") ?? false)
  })

  const read = async (which: string) => {
    await readNotifications({ which }).catch(() => null)
    await look(true)
  }
  const { unread, list } = told
  const count = unread > most ? `${most}+` : String(unread)
  const words = unread === 0 ? "nothing unread" : `${count} unread`
  return (
    <>
      <button type="button" popoverTarget={id} aria-label="Notifications" aria-describedby={`${id}-count`} className="bell">
        <BellIcon size={17} aria-hidden="true" />
        {unread > 0 && <span className="bell-count" data-count={count} aria-hidden="true" />}
      </button>
      <span id={`${id}-count`} role="status" className="sr-only">
        {words}
      </span>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Notifications"
        className="menu menu-end bell-list"
        onToggle={(event) => event.newState === "open" && void look(true)}
      >
        <div className="flex items-center gap-2 py-1 pr-1 pl-2.5">
          <h2 className="mr-auto text-14 font-semi">Notifications</h2>
          {unread > 0 && (
            <Button size="s" tone="ghost" icon={<CheckCheck aria-hidden="true" />} onClick={() => void read("all")}>
              Mark all as read
            </Button>
          )}
        </div>
        {list === null && <p className="px-2.5 py-4 text-ink-3">Looking …</p>}
        {list?.length === 0 && <p className="px-2.5 py-4 text-ink-3">Nothing yet. You are told here when somebody mentions you.</p>}
        {list && list.length > 0 && (
          <ul>
            {list.map((row) => (
              <Notification
                key={row.id}
                row={row}
                onOpen={() => {
                  popover.current?.hidePopover()
                  if (!row.isRead) void read(row.id)
                }}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

function Notification({ row, onOpen }: { row: NotificationRow; onOpen: () => void }) {
  const { kind, at, actorName, recordKind, recordId, recordLabel, text, isRead } = row
  const { icon, words } = deeds[kind]
  return (
    <li>
      <Link href={recordHref(recordKind, recordId) ?? "/"} prefetch={false} className="bell-item" onClick={onOpen}>
        <span className="bell-icon" aria-hidden="true">
          {icon}
        </span>
        <span className="min-w-0 flex-1 wrap-anywhere">
          {!isRead && <span className="sr-only">Unread: </span>}
          <span className={cn("block text-pretty", isRead ? "text-ink-2" : "text-ink [&_b]:font-semi")}>
            <b>{actorName}</b> {words} <b>{recordLabel}</b>
          </span>
          <span className="line-clamp-2 text-ink-3">{text}</span>
        </span>
        <span className="flex-none text-12 text-ink-3">
          <Moment at={at} />
        </span>
        {!isRead && <span className="bell-dot" aria-hidden="true" />}
      </Link>
    </li>
  )
}
