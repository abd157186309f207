/**
 * How the program runs on Node. Without a limit Node lets several times what it needs grow before it cleans up; with too
 * tight a one a long page costs twice its time in cleaning up. A much larger association sets NODE_OPTIONS instead, which then replaces the two limits.
 *
 * Faults name the lines of our sources. The flag of Node for it reads the whole map at every start, since the log asks
 * where it is made from: that was a fifth of the time of a start, and memory that was never given back.
 */
export const serverFlags = [
  '--import=data:text/javascript,process.setSourceMapsEnabled(true)',
  ...(process.env.NODE_OPTIONS ? [] : ['--max-semi-space-size=16', '--max-old-space-size=768']),
]
