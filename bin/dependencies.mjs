// What must hold of the packages that the program is made of. Read by bin/audit.mjs and by the tests.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** Licences that fit beside EUPL-1.2: permissive ones, and those whose demands end at their own files or libraries. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.1+',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])
/** Packages that say their licence in a form that the lockfile does not repeat; each was read. */
const read = {
  buildcheck: 'MIT',
  busboy: 'MIT',
  'cpu-features': 'MIT',
  'humanize-number': 'MIT',
  ssh2: 'MIT',
  streamsearch: 'MIT',
}

export const readLock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
export const readPackage = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const nameOf = (path) => path.split('node_modules/').at(-1)
const packagesOf = (lock) => Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link)

/** Packages whose licence nobody has said yes to. `OR` needs one that is allowed, `AND` each. */
export function strangeLicences(lock) {
  const fits = (expression) =>
    expression
      .replace(/[()]/g, '')
      .split(' AND ')
      .every((part) => part.split(' OR ').some((licence) => allowed.has(licence)))
  return packagesOf(lock).flatMap(([path, { license = read[nameOf(path)] ?? 'none' }]) =>
    fits(license) ? [] : [`${nameOf(path)}: ${license}`],
  )
}

/**
 * Packages that would be installed without a look at what came: no strong hash, or an address of their own. The
 * lockfile names none for what comes from the registry, so that it holds for every mirror.
 */
export function unsealed(lock) {
  return packagesOf(lock)
    .filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined)
    .map(([path]) => nameOf(path))
}

/** Packages that run a script when they are installed, without `allowScripts` saying whether they may. */
export function unaskedScripts(lock, { allowScripts }) {
  return packagesOf(lock)
    .filter(([path, { hasInstallScript }]) => hasInstallScript && !(nameOf(path) in allowScripts))
    .map(([path]) => nameOf(path))
}

/** Packages that are asked for and named nowhere in the code. Types count as used with what they describe. */
export function unused({ dependencies, devDependencies }) {
  const texts = ['src', 'bin', 'bench', 'tests']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
    )
    .concat(
      ['package.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json'].map((name) => join(root, name)),
    )
    .filter((path) => /\.(ts|tsx|mjs|css|json)$/.test(path))
    .map((path) => readFileSync(path, 'utf8').replace(/"[@\w/.-]+": "[\^~\d][^"]*"/g, ''))
  const isNamed = (name) => {
    const described = name.startsWith('@types/') ? name.slice('@types/'.length) : name
    // Tools are run by their name: `tsc` is typescript's, `biome` that of @biomejs/biome.
    const called =
      { typescript: 'tsc', '@types/node': 'node:', '@types/mdast': "from 'mdast'" }[name] ?? described
    return texts.some((text) => text.includes(called))
  }
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !isNamed(name))
}
