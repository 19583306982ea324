// One configuration, four kinds of test, told apart by where they live:
// `cloud` real PostgreSQL and HTTP · `pages` React in jsdom · `weapp` the built package · `journeys` a real browser.
const path = require('node:path')

const root = path.join(__dirname, '..')
const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: jsx },
      transform: jsx ? { react: { runtime: 'automatic' } } : {},
    },
    module: { type: 'commonjs' },
  },
]
const shared = {
  rootDir: root,
  transform: { '\\.tsx$': swc(true), '\\.[cm]?[jt]s$': swc(false) },
  // Pure ES modules that Jest must turn into CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(qr)/)'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
}

module.exports = {
  rootDir: root,
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  projects: [
    {
      ...shared,
      displayName: 'cloud',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/weapp/', '/test/journeys/'],
    },
  ],
}
