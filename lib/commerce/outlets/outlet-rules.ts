import type { Refusal } from "@/lib/platform/errors"

/** An outlet of a tree; `parentId` null stands directly below the organization. */
export type TreeOutlet = { id: string; parentId: string | null; name: string }

/** How many outlets may stand below one another. The database holds it too. */
export const deepest = 5

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** An outlet and those above it, upward. */
export function pathOf(tree: readonly TreeOutlet[], id: string | null): TreeOutlet[] {
  const path: TreeOutlet[] = []
  for (let at = tree.find((outlet) => outlet.id === id); at && path.length <= tree.length; at = above(tree, at)) path.push(at)
  return path
}

const above = (tree: readonly TreeOutlet[], { parentId }: TreeOutlet) => tree.find(({ id }) => id === parentId)

/** How many levels an outlet and those below it take. */
export function heightOf(tree: readonly TreeOutlet[], id: string): number {
  const below = tree.filter(({ parentId }) => parentId === id)
  return 1 + Math.max(0, ...below.map((outlet) => heightOf(tree, outlet.id)))
}

const tooDeep = (name: string, parent: TreeOutlet | undefined): Refusal =>
  conflict(`${name} cannot stand below ${parent?.name ?? "the organization"}: the tree would be deeper than ${deepest} levels.`)

/** `height`: how many levels come along, one for an outlet that is new. */
function refusalOfDepth(tree: readonly TreeOutlet[], name: string, parentId: string | null, height: number): Refusal | null {
  const path = pathOf(tree, parentId)
  return path.length + height > deepest ? tooDeep(name, path[0]) : null
}

export const refusalToAddBelow = (tree: readonly TreeOutlet[], name: string, parentId: string | null): Refusal | null =>
  refusalOfDepth(tree, name, parentId, 1)

export function refusalToMoveOutlet(tree: readonly TreeOutlet[], outlet: TreeOutlet, parentId: string | null): Refusal | null {
  const path = pathOf(tree, parentId)
  if (path.some(({ id }) => id === outlet.id)) {
    const [parent] = path
    return conflict(
      parent?.id === outlet.id
        ? `${outlet.name} cannot stand below itself.`
        : `${outlet.name} cannot stand below ${parent?.name}, which is below it.`,
    )
  }
  if (outlet.parentId === parentId) return conflict(`${outlet.name} stands there already.`)
  return refusalOfDepth(tree, outlet.name, parentId, heightOf(tree, outlet.id))
}

/** `members`: how many work at the outlet. */
export function refusalToRemoveOutlet(tree: readonly TreeOutlet[], outlet: TreeOutlet, members: number): Refusal | null {
  const below = tree.filter(({ parentId }) => parentId === outlet.id)
  if (below.length > 0) {
    const them = below.length === 1 ? below[0]?.name : `${below.length} outlets`
    return conflict(`${outlet.name} has ${them} below it. Move ${below.length === 1 ? "it" : "them"} first.`)
  }
  if (members === 0) return null
  return conflict(`${members === 1 ? "1 member works" : `${members} members work`} at ${outlet.name}. Give them another outlet first.`)
}

/** Where an outlet can go: the organization and every outlet of the tree, each with the reason where it cannot. */
export const placesFor = (tree: readonly TreeOutlet[], outlet: TreeOutlet): { id: string | null; refusal: Refusal | null }[] =>
  [null, ...tree.map(({ id }) => id)].map((id) => ({ id, refusal: refusalToMoveOutlet(tree, outlet, id) }))

/** The tree in the order in which it is drawn, each outlet with its level from 1: siblings by name. */
export function inOrder<Outlet extends TreeOutlet>(
  tree: readonly Outlet[],
  parentId: string | null = null,
  level = 1,
): (Outlet & { level: number })[] {
  return tree
    .filter((outlet) => outlet.parentId === parentId)
    .sort((one, other) => one.name.localeCompare(other.name, "en"))
    .flatMap((outlet) => [{ ...outlet, level }, ...inOrder(tree, outlet.id, level + 1)])
}
