import type { KeyboardEvent } from "react"

/** On the desk the arrows up and down go from field to field; left and right, and Space, pick a side. */
export function walkLines(event: KeyboardEvent<HTMLElement>): void {
  const down = event.key === "ArrowDown"
  if ((!down && event.key !== "ArrowUp") || !(event.target instanceof HTMLInputElement) || event.target.type !== "radio") return
  const radios = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=radio]")]
  const groups = [...new Set(radios.map(({ name }) => name))]
  const next = groups[groups.indexOf(event.target.name) + (down ? 1 : -1)]
  event.preventDefault()
  const [first, ...others] = radios.filter(({ name }) => name === next)
  ;(others.find(({ checked }) => checked) ?? first)?.focus()
}
