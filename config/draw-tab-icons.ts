import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

/** Draws the tab bar's PNG icons (WeChat takes nothing else there). Run once after changing them: `npx tsx config/draw-tab-icons.ts`. */

const folder = path.join(__dirname, '..', 'src', 'assets', 'tabs')
const drawings = {
  home: '<path d="M3 11l9-8 9 8M5 9.5V20a1 1 0 0 0 1 1h4v-6h4v6h4a1 1 0 0 0 1-1V9.5"/>',
  mine: '<path d="M9 6h12M9 12h12M9 18h12M3.5 6l.8.8L6 5M3.5 12l.8.8L6 11M3.5 18l.8.8L6 17"/>',
  inbox: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M4 7l8 6 8-6"/>',
  me: '<circle cx="12" cy="7.5" r="3.5"/><path d="M5 20c0-4 3-6 7-6s7 2 7 6"/>',
}
// The colours of --ink-2 and --brand in src/theme.scss.
const colours = { '': '#5A524B', '-on': '#C8102E' }

async function draw(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  fs.mkdirSync(folder, { recursive: true })
  for (const [name, drawing] of Object.entries(drawings)) {
    for (const [suffix, colour] of Object.entries(colours)) {
      const line = `fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`
      await page.setContent(
        `<style>*{margin:0}</style><svg width="81" height="81" viewBox="-1 -1 26 26" ${line}>${drawing}</svg>`,
      )
      await page.screenshot({ path: path.join(folder, `${name}${suffix}.png`), omitBackground: true })
    }
  }
  await browser.close()
}

void draw()
