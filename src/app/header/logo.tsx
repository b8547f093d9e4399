/** Two lifelines, a request and its reply. */
export function Logo() {
  return (
    <svg width="1.8em" height="1.8em" viewBox="0 0 36 36" aria-hidden="true">
      <rect
        x="2"
        y="2"
        width="32"
        height="32"
        rx="9"
        fill="var(--memory-bg)"
        stroke="var(--memory-line)"
        strokeWidth="2"
      />
      <path d="M11 9v18M25 9v18" stroke="var(--ink)" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M11 14h10M25 22H15" stroke="var(--request)" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="21" cy="14" r="2.8" fill="var(--request)" />
    </svg>
  );
}
