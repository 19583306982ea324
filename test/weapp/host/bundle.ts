import fs from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { wxmlToJs } from 'miniprogram-compiler'
import { type AppConfig, type ComponentName, type FileConfig, given, missing, resolvePath } from './mini-program'
import { cssOf } from './styles'

/** Makes a web page of a built Mini Program: WeChat's own template compiler and component engine, and a `wx` of ours. */

const output = path.join(__dirname, '..', '..', '..', 'dist', 'weapp-in-browser')
const imitated = new Set(
  'view text label root-portal image button input textarea scroll-view picker canvas block template import include wxs slot'.split(
    ' ',
  ),
)

/**
 * Bundles the Mini Program in `root`, which was built to talk to `api`, and gives the folder to serve.
 * Throws when a template uses an element of WeChat's that is not imitated: better than an empty place on the screen.
 */
export async function bundleForBrowser(root: string, api: string): Promise<string> {
  const files = filesIn(root)
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
  const named = (ending: string) => files.filter((file) => file.endsWith(ending))
  const config: Record<string, FileConfig> = Object.fromEntries(
    named('.json').map((file) => [file.slice(0, -'.json'.length), JSON.parse(read(file)) as FileConfig]),
  )
  const components = componentsOf(config)
  refuseUnknown(named('.wxml'), read, components)

  const styled = named('.wxss').map((file) => file.slice(0, -'.wxss'.length))
  const ofComponents = styled.filter((file) => components[file])
  const ofPages = styled.filter((file) => config[file] && !components[file] && file !== 'app')
  const css = (file: string) => cssOf(root, `${file}.wxss`, components[file])

  fs.rmSync(output, { recursive: true, force: true })
  fs.mkdirSync(output, { recursive: true })
  if (fs.existsSync(path.join(root, 'assets')))
    fs.cpSync(path.join(root, 'assets'), path.join(output, 'assets'), { recursive: true })
  write(
    'app.css',
    [fs.readFileSync(path.join(__dirname, 'wechat.css'), 'utf8'), ...ofComponents.map(css), css('app')].join('\n'),
  )
  write(
    'package.js',
    `window.miniProgram = {
      app: ${JSON.stringify(config.app as AppConfig)},
      config: ${JSON.stringify(config)},
      components: ${JSON.stringify(components)},
      pageStyles: ${JSON.stringify(Object.fromEntries(ofPages.map((file) => [file, css(file)])))},
      templateOf: (function () { ${wxmlToJs(root, { maxBuffer: 1 << 26 })} })(),
      modules: { ${named('.js')
        .map((file) => `${JSON.stringify(file)}: function (${[...given, ...missing].join(', ')}) { ${read(file)}\n}`)
        .join(',\n')} },
      api: ${JSON.stringify(api)},
    }`,
  )
  await build({
    entryPoints: [path.join(__dirname, 'browser', 'main.ts')],
    outfile: path.join(output, 'host.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    define: { global: 'window' },
    plugins: [patientEngine],
    logLevel: 'error',
  })
  write('index.html', page)
  return output
}

/**
 * The engine takes a finger that stays for 350 ms for a long press, and hears no tap then; nor does it within 150 ms of a scroll. WeChat hears one
 * unless a long press is listened for, which nothing of ours does; and a busy machine is slower than a finger.
 */
const patientEngine: Plugin = {
  name: 'patient-engine',
  setup({ onLoad }) {
    onLoad({ filter: /j-component.src.render.component\.js$/ }, ({ path: file }) => {
      let contents = fs.readFileSync(file, 'utf8')
      for (const [line, instead] of [
        ['const LONGPRESS_TIME = 350', `const LONGPRESS_TIME = ${2 ** 31 - 1}`],
        ['const SCROLL_PROTECTED = 150', 'const SCROLL_PROTECTED = 0'],
      ] as const) {
        if (!contents.includes(line)) throw new Error(`${file} has no line "${line}" any more`)
        contents = contents.replace(line, instead)
      }
      return { contents }
    })
  },
}

const write = (name: string, text: string) => fs.writeFileSync(path.join(output, name), text)

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, user-scalable=no">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="app.css">
<body>
<script src="package.js"></script>
<script src="host.js"></script>
`

const filesIn = (root: string): string[] =>
  fs
    .readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()

/** Every component by its path, called what the first file that uses it calls it. */
function componentsOf(config: Record<string, FileConfig>): Record<string, ComponentName> {
  const found: Record<string, ComponentName> = {}
  for (const [file, { usingComponents = {} }] of Object.entries(config)) {
    for (const [name, at] of Object.entries(usingComponents)) {
      const target = resolvePath(file, at)
      const taken = Object.entries(found).some(([other, known]) => known.name === name && other !== target)
      if (taken) throw new Error(`two components are called ${name}; the browser host tells them apart by name`)
      const shares = (config[target] as { styleIsolation?: string } | undefined)?.styleIsolation === 'apply-shared'
      found[target] ??= { name, isolated: !shares }
    }
  }
  return found
}

function refuseUnknown(
  templates: readonly string[],
  read: (file: string) => string,
  components: Record<string, ComponentName>,
): void {
  const known = new Set([...imitated, ...Object.values(components).map((component) => component.name)])
  for (const file of templates) {
    for (const [, tag = ''] of read(file).matchAll(/<([a-z][\w-]*)/g)) {
      if (!known.has(tag)) throw new Error(`${file} uses <${tag}>, which the browser host does not imitate yet`)
    }
  }
}
