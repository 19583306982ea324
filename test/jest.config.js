// One configuration, four kinds of test, told apart by where they live:
// `cloud` real PostgreSQL and HTTP · `pages` React in jsdom · `journeys` a real browser.
const os = require('node:os')
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
  transformIgnorePatterns: [
    '/node_modules/(?!(qr|sql-template-tag|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit)/)',
  ],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
}

module.exports = {
  rootDir: root,
  // A story takes many times as long on a busy machine; each of its steps has its own limit.
  testTimeout: 180_000,
  // Jest keeps one core for itself; on two that would leave one idle while browser and PostgreSQL wait for each other.
  maxWorkers: Math.max(2, os.availableParallelism() - 1),
  testSequencer: '<rootDir>/test/longest-first.js',
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  projects: [
    {
      ...shared,
      displayName: 'cloud',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/journeys/'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'pages',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/pages/setup.ts'],
      // The H5 side of a control: the same props, and a DOM that a test can read.
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'cjs', 'json', 'node'],
      moduleNameMapper: {
        '\\.(scss|css|png|svg)$': '<rootDir>/test/pages/doubles/file.ts',
        '^@tarojs/taro$': '<rootDir>/test/pages/doubles/taro.ts',
        '^@tarojs/components$': '<rootDir>/test/pages/doubles/components.tsx',
        ...shared.moduleNameMapper,
      },
    },
  ],
}
