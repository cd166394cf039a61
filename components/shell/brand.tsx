/** The mark: a gangway that rises from the quay to the ship. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      className="flex-none"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <path d="M4.800 16.200h4.400L14.800 7.600h4.400" className="stroke-on-accent" strokeWidth="2.200" />
      <path d="M4.800 19.300h14.400" className="stroke-on-accent" strokeWidth="1.400" strokeOpacity=".5" />
    </svg>
  )
}

type BrandProps = { name?: string; size?: "office" | "public" }

/** The mark and the name of the product or the store. */
export function Brand({ name = "Gangway", size = "office" }: BrandProps) {
  const big = size === "public"
  return (
    <span className={`flex items-center gap-[9px] font-title leading-5 tracking-[-0.01em] ${big ? "text-[17px]" : "text-15"}`}>
      <Mark size={big ? 26 : 22} />
      {name}
    </span>
  )
}
