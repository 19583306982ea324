import { Command } from 'commander'

/** The operator's console: `npm run cloud -- <command> --help`. */

/** Each in a file of its own, read only when it is wanted: most need little of the cloud. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./cli/serve')).serveCommand,
  migrate: async () => (await import('./cli/migrate')).migrateCommand,
  demo: async () => (await import('./cli/demo')).demo,
  areas: async () => (await import('./cli/areas')).areas,
  grant: async () => (await import('./cli/grant')).grant,
  catalogue: async () => (await import('./cli/catalogue')).catalogue,
  households: async () => (await import('./cli/households')).households,
  backup: async () => (await import('./cli/backup')).backup,
  restore: async () => (await import('./cli/restore')).restoreCommand,
  audit: async () => (await import('./cli/audit')).audit,
  files: async () => (await import('./cli/files')).files,
  rekey: async () => (await import('./cli/rekey')).rekey,
}

const run = async () => {
  const program = new Command('npm run cloud --')
    .description(
      'Runs and looks after the cloud of 邻里帮. Settings come from the environment; docs/operations.md lists them.',
    )
    .addHelpText('after', '\nEach command says more about itself: npm run cloud -- grant --help')
    .showHelpAfterError()
  const name = process.argv[2] ?? ''
  const wanted = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands)
  for (const read of wanted) if (read) program.addCommand(await read())
  await program.parseAsync()
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
