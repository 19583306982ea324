// Draws the pictures of the tab bar: WeChat takes only PNG there. Run again after changing a path or a colour:
//   npx tsx config/draw-tab-icons.ts
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const folder = path.join(__dirname, '..', 'src', 'assets', 'tabs')
// Three times the 27 points that WeChat gives an icon; ours is drawn on a 24-point grid.
const side = 81
const colours = { '': '#5A524B', '-on': '#C8102E' }
const paths = {
  home: '<path d="M3 11l9-8 9 8M5 9.500V20a1 1 0 0 0 1 1h4v-6h4v6h4a1 1 0 0 0 1-1V9.500"/>',
  mine: '<path d="M9 6h12M9 12h12M9 18h12M3.500 6l.8.8L6 5M3.500 12l.8.8L6 11M3.500 18l.8.8L6 17"/>',
  inbox:
    '<path d="M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z"/><path d="M3.500 6.500L12 13l8.500-6.500"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4.200 3.900-6.500 8-6.500s7.400 2.300 8 6.500"/>',
}

async function draw(): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: side, height: side } })
  for (const [name, shape] of Object.entries(paths))
    for (const [suffix, colour] of Object.entries(colours)) {
      await page.setContent(
        `<body style="margin:0"><svg width="${side}" height="${side}" viewBox="-1.5 -1.5 27 27" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`,
      )
      await page.screenshot({ path: path.join(folder, `${name}${suffix}.png`), omitBackground: true })
    }
  await browser.close()
}

void draw()
