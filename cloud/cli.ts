import { Command } from 'commander'
import { areas } from './cli/areas'
import { audit } from './cli/audit'
import { backup } from './cli/backup'
import { catalogue } from './cli/catalogue'
import { demo } from './cli/demo'
import { files } from './cli/files'
import { grant } from './cli/grant'
import { households } from './cli/households'
import { migrateCommand } from './cli/migrate'
import { rekey } from './cli/rekey'
import { restoreCommand } from './cli/restore'
import { serveCommand } from './cli/serve'

/** The operator's console: `npm run cloud -- <command> --help`. */
const program = new Command('npm run cloud --')
  .description(
    'Runs and looks after the cloud of 邻里帮. Settings come from the environment; docs/operations.md lists them.',
  )
  .addHelpText('after', '\nEach command says more about itself: npm run cloud -- grant --help')
  .showHelpAfterError()

for (const command of [
  serveCommand,
  migrateCommand,
  demo,
  areas,
  grant,
  catalogue,
  households,
  backup,
  restoreCommand,
  audit,
  files,
  rekey,
])
  program.addCommand(command)

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
