import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The long files first, real programs and browsers, so that no worker is left alone with one at the end. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const first = ['/tests/fault/', '/tests/journeys/accessibility', '/tests/', '']
    const rank = ({ moduleId }: TestSpecification) => first.findIndex((path) => moduleId.includes(path))
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // Every file would read the whole program anew.
    isolate: false,
    sequence: { sequencer: LongOnesFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A mail on its way may need more than the usual second on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
})
