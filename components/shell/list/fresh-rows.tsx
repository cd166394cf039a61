import { Button } from "@/components/ui/button"

type FreshRowsProps = { count: number; noun: readonly [one: string, many: string]; onShow: () => void }

/** Says how many records came in since the list was drawn, and leads to them. */
export function FreshRows({ count, noun, onShow }: FreshRowsProps) {
  return (
    <div role="status" className="grid-news">
      {count > 0 && (
        <>
          {count === 1 ? `1 new ${noun[0]}` : `${count} new ${noun[1]}`}
          <Button size="s" onClick={onShow}>
            Show
          </Button>
        </>
      )}
    </div>
  )
}
