import fs from 'node:fs'
import { Command } from 'commander'
import { readSettings } from '../platform/settings'
import { builtFolder } from '../start/build-h5'
import { runUntilSignal } from '../start/run'

export const serveCommand = new Command('serve')
  .description(
    'Serves the API, and the browser app when it was built (npm run build:h5). No demo data. For production: set NODE_ENV=production.',
  )
  .action(async () => {
    const running = await runUntilSignal(readSettings(process.env))
    if (!fs.existsSync(builtFolder('h5')))
      console.log('The browser app is not built; only the API is served. To build it: npm run build:h5')
    console.log(`Serving at ${running.url}`)
  })
