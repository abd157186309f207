/** A QR code, black on white in every scheme so that cameras read it. `modules` are its squares; true is dark. */
export function QrCode({ modules, label }: { modules: boolean[][]; label: string }) {
  const size = modules.length
  return (
    <svg class="qr" viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={label}>
      <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
      <path
        d={modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')}
        fill="#000"
      />
    </svg>
  )
}
