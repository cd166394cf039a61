"use client"
import { Search } from "lucide-react"
import Form from "next/form"
import { useEffect, useRef } from "react"
import { cn } from "@/components/ui/cn"
import { Kbd } from "@/components/ui/kbd"
import { useLiveSearch } from "@/components/ui/use-live-search"

type SearchBoxProps = {
  /** The page that takes `?q=`. */
  action: string
  /** The accessible name, e.g. "Search leads". */
  label: string
  placeholder?: string
  /** What is searched for now. */
  q?: string
  /** Other parameters of the page to carry along, such as the view. */
  keep?: Record<string, string | undefined>
  /** Searches as one types. */
  live?: boolean
  /** Listens to `/` and shows its cap. One box a page. */
  slash?: boolean
  id?: string
  className?: string
}

/** A GET form with one search field; works without JavaScript, too. */
export function SearchBox({ action, label, placeholder = label, q = "", keep = {}, live = false, slash, id, className }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const { busy, stop, onInput } = useLiveSearch(live, { action, keep, q })

  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = q
  }, [q])

  useEffect(() => {
    if (!slash) return
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], [role=dialog]")
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener("keydown", focus)
    return () => document.removeEventListener("keydown", focus)
  }, [slash])

  return (
    <Form
      action={action}
      prefetch={false}
      role="search"
      aria-label={label}
      aria-busy={busy || undefined}
      className={cn("search", className)}
      onSubmit={stop}
    >
      {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <Search size={14} aria-hidden="true" />
      <input
        ref={input}
        id={id}
        // The one searchbox of a page is its list's own; the top bar's field is a text box inside a search landmark.
        type={slash ? "text" : "search"}
        enterKeyHint="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={q}
        onInput={onInput}
        autoComplete="off"
        className="input"
      />
      {slash && <Kbd>/</Kbd>}
    </Form>
  )
}
