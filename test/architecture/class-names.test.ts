import fs from 'node:fs'
import path from 'node:path'

/** In a browser the styles of every page that was opened stay: a class that two places style looks different depending on where one came from. */

const src = path.join(__dirname, '..', '..', 'src')

/** A component, or a feature with all its pages. */
const placeOf = (file: string) => path.relative(src, file).split(path.sep).slice(0, 2).join('/')

/** Classes that a sheet styles on their own (also below the elder or wide mode), not those it only meets inside its own. */
function ownClasses(scss: string): string[] {
  const bare = scss.replace(/\/\/[^\n]*|\/\*.*?\*\//gs, '')
  return [...bare.matchAll(/([^{};]+)\{/g)].flatMap(([, selectors = '']) =>
    selectors.split(',').flatMap((one) => /^\.(?:(?:elder|wide)\s+\.)?([a-z][\w-]*)$/.exec(one.trim())?.[1] ?? []),
  )
}

it('no class is styled by two components or features', () => {
  const places = new Map<string, Set<string>>()
  const sheets = fs.readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scss'))
  expect(sheets.length).toBeGreaterThan(50)
  for (const sheet of sheets)
    for (const name of ownClasses(fs.readFileSync(path.join(src, sheet), 'utf8')))
      places.set(name, (places.get(name) ?? new Set()).add(placeOf(path.join(src, sheet))))
  const twice = [...places].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])
  expect(twice).toEqual([])
})
