/**
 * How the program runs on Node. Without a limit Node lets several times what it needs grow before it cleans up; with too
 * tight a one a long page costs twice its time in cleaning up. A much larger association sets NODE_OPTIONS instead, which then replaces the two limits.
 */
export const serverFlags = [
  '--enable-source-maps',
  ...(process.env.NODE_OPTIONS ? [] : ['--max-semi-space-size=16', '--max-old-space-size=768']),
]
