// Bundles the server and the browser's files into build/. Run through bin/start.mjs and the tests.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from './install.mjs'

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }

/** Bundles a program of ours for Node; packages stay in node_modules. */
export async function bundleForNode(entry, outfile) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node26',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    ...jsx,
  })
}

/** Builds everything that `node build/server.js` needs. */
export async function buildAll(folder = join(root, 'build')) {
  mkdirSync(folder, { recursive: true })
  await Promise.all([bundleForNode('src/app/main.ts', join(folder, 'server.js')), buildClient(folder)])
}

/** Script, styles and font with a hash in their names, compressed ahead, and a list of their addresses. */
export async function buildClient(folder = join(root, 'build')) {
  const { build } = await import('esbuild')
  const unfinished = join(folder, `public.${process.pid}`)
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { app: 'src/app/client.ts', styles: 'src/ui/styles/main.css' },
    outdir: unfinished,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    loader: { '.woff2': 'file' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome115', 'firefox115', 'safari16.4'],
    metafile: true,
    logLevel: 'warning',
    ...jsx,
  })
  const names = Object.keys(metafile.outputs).map((path) => basename(path))
  const address = (wanted) => `/assets/${names.find((name) => wanted.test(name))}`
  for (const name of names.filter((each) => /\.(js|css)$/.test(each))) {
    const file = join(unfinished, name)
    const before = join(folder, 'public', name)
    // The same name is the same content: what was compressed for it holds still.
    if (existsSync(`${before}.gz`) && existsSync(`${before}.br`)) {
      for (const ending of ['gz', 'br']) copyFileSync(`${before}.${ending}`, `${file}.${ending}`)
      continue
    }
    const plain = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
  }
  const wanted = {
    script: address(/^app-.*\.js$/),
    styles: address(/^styles-.*\.css$/),
    font: address(/\.woff2$/),
  }
  rmSync(join(folder, 'public'), { recursive: true, force: true })
  renameSync(unfinished, join(folder, 'public'))
  for (const left of readdirSync(folder)) {
    if (/^public\.\d+$/.test(left)) rmSync(join(folder, left), { recursive: true, force: true })
  }
  writeFileSync(join(folder, 'assets.json'), JSON.stringify(wanted))
}
