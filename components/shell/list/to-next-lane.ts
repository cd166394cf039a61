import type { KeyboardCoordinateGetter } from "@dnd-kit/core"

/** Left and right carry a card from lane to lane; other keys leave it where it is. */
export const toNextLane: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.code]
  if (by === undefined) return event.code.startsWith("Arrow") ? currentCoordinates : undefined
  event.preventDefault()
  const { droppableRects, droppableContainers, over, active } = context
  const lanes = droppableContainers
    .getEnabled()
    .map(({ id }) => ({ id, rect: droppableRects.get(id) }))
    .sort((a, b) => (a.rect?.left ?? 0) - (b.rect?.left ?? 0))
  const here = lanes.findIndex(({ id }) => id === (over?.id ?? active?.data.current?.lane))
  const to = lanes[Math.min(lanes.length - 1, Math.max(0, here + by))]?.rect
  return to ? { x: to.left + 8, y: to.top + 48 } : currentCoordinates
}
