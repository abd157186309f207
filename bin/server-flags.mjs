/**
 * How the program runs on Node. It needs about 50 MB; without a limit Node lets several times that grow before it
 * cleans up. A much larger association sets NODE_OPTIONS instead, which then replaces the two limits.
 */
export const serverFlags = [
  '--enable-source-maps',
  ...(process.env.NODE_OPTIONS ? [] : ['--max-semi-space-size=8', '--max-old-space-size=180']),
]
