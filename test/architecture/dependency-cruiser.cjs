/** The never-rules of the architecture: who may lean on whom. Checked inside `npm test`. */
const roots = '^(src|cloud|types|config|test)/'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(src|cloud|types)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'types-stand-alone',
      severity: 'error',
      from: { path: '^types/' },
      to: { path: roots, pathNot: '^types/' },
    },
    {
      name: 'types-import-only-valibot',
      severity: 'error',
      from: { path: '^types/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/valibot/' },
    },
    { name: 'src-not-cloud', severity: 'error', from: { path: '^src/' }, to: { path: '^cloud/' } },
    { name: 'cloud-not-src', severity: 'error', from: { path: '^cloud/' }, to: { path: '^src/' } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|cloud|types|config)/' },
      to: { path: '^test/' },
    },
    {
      name: 'feature-not-feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'components-know-no-feature',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/(features|pages)/' },
    },
    {
      name: 'platform-below-all',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(features|pages|components)/' },
    },
    {
      name: 'leancloud-only-in-platform',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: { path: 'node_modules/(leancloud-storage|@leancloud)/' },
    },
    {
      name: 'capability-not-capability',
      comment:
        'Verb files may be called with the caller’s transaction; everything else of a capability is its own affair.',
      severity: 'error',
      from: { path: '^cloud/(activity|application|catalogue|files|people|inbox|audit|media|feedback|volunteer|hub)/' },
      to: {
        path: '^cloud/(activity|application|catalogue|files|people|inbox|audit|media|feedback|volunteer|hub)/',
        pathNot: [
          '^cloud/$1/',
          '^cloud/activity/leave\\.ts$',
          '^cloud/catalogue/(item|guide)\\.ts$',
          '^cloud/files/(attach|copy|drop|give)\\.ts$',
          '^cloud/inbox/tell\\.ts$',
          '^cloud/media/(check|subject)\\.ts$',
          '^cloud/people/(scope|grant|areas)\\.ts$',
          '^cloud/audit/record\\.ts$',
          '^cloud/volunteer/forget\\.ts$',
          // The assignment is the same wherever people are given to people.
          '^cloud/volunteer/match/(match|model|distance)\\.ts$',
          '^cloud/hub/forget\\.ts$',
        ],
      },
    },
    {
      name: 'platform-below-capabilities',
      severity: 'error',
      from: { path: '^cloud/platform/' },
      to: {
        path: '^cloud/(activity|application|catalogue|files/|people|inbox|audit|media|feedback|volunteer|hub/|sandbox|start|cli|server)',
      },
    },
    {
      name: 'driver-behind-one-door',
      severity: 'error',
      from: { path: '^cloud/', pathNot: ['^cloud/platform/database/', 'queries\\.ts$'] },
      to: { path: 'node_modules/(pg|pg-copy-streams|sql-template-tag)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules get rows and `now`; they see no database, clock or chance.',
      severity: 'error',
      from: { path: '^cloud/(.*/rules|deadlines/(working-days|calendar|day)|application/number)\\.ts$' },
      to: {
        path: '(^cloud/platform/(database|jobs|wechat|serve|identity)|node_modules/pg/|^crypto$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'matching-engine-stands-alone',
      comment: 'The engine is arithmetic: what it knows it is told, and it imports nothing but itself.',
      severity: 'error',
      from: { path: '^cloud/volunteer/match/' },
      to: { pathNot: '^cloud/volunteer/match/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: ['\\.scss$', 'dist/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.weapp.tsx', '.weapp.ts', '.h5.tsx', '.h5.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
