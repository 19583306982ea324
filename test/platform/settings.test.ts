import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSettings, SettingsError } from '../../cloud/platform/settings'

let dataDir: string
beforeAll(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-settings-'))
})
afterAll(() => fs.rmSync(dataDir, { recursive: true }))

const secret = Buffer.alloc(32, 7).toString('base64')
const live = {
  SECRET_KEY: secret,
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: 'of-wechat',
  LC_APP_ID: 'county',
  LC_APP_KEY: 'county-key',
}

/** What an operator reads when these settings do not hold. */
function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings({ SECRET_KEY: secret, ...env })
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
  return []
}

it('needs nothing: the embedded database, the sandbox, this machine only', () => {
  expect(readSettings({ SECRET_KEY: secret })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: path.resolve('.data'),
    wechat: undefined,
    publicUrl: undefined,
    leancloud: { appId: 'linlibang-sandbox', appKey: 'linlibang-sandbox-key' },
    secretKey: Buffer.alloc(32, 7),
    formerSecretKeys: [],
    s3: undefined,
    countyCode: '990101',
    templates: {},
    rateLimit: { session: 240, address: 6000 },
    trustProxy: false,
    logLevel: 'info',
  })
})

it('takes every setting, and an empty variable for an absent one', () => {
  const settings = readSettings({
    ...live,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '',
    DATABASE_URL: 'postgresql://county:p%40ss@db.example/linlibang',
    DATA_DIR: dataDir,
    WECHAT_BASE_URL: 'https://wechat.example',
    WECHAT_PUSH_TOKEN: 'AAAAA',
    PUBLIC_URL: 'https://linlibang.example',
    WECHAT_TEMPLATES: '{"signUpPromoted":"t1"}',
    COUNTY_CODE: '330481',
    RATE_LIMIT_SESSION: '10',
    RATE_LIMIT_ADDRESS: '20',
    TRUST_PROXY: 'true',
    LOG_LEVEL: 'warn',
    SECRET_KEY_FORMER: `${Buffer.alloc(32, 8).toString('base64')}, ${Buffer.alloc(32, 9).toString('hex')}`,
    S3_ENDPOINT: 'https://s3.example',
    S3_BUCKET: 'county-files',
    S3_ACCESS_KEY: 'access',
    S3_SECRET_KEY: 'secret',
    S3_PATH_STYLE: 'false',
  })
  expect(settings).toEqual({
    port: 0,
    host: '127.0.0.1',
    databaseUrl: 'postgresql://county:p%40ss@db.example/linlibang',
    dataDir,
    wechat: { appid: 'wx0123456789abcdef', secret: 'of-wechat', baseUrl: 'https://wechat.example', pushToken: 'AAAAA' },
    publicUrl: 'https://linlibang.example',
    leancloud: { appId: 'county', appKey: 'county-key' },
    secretKey: Buffer.alloc(32, 7),
    formerSecretKeys: [Buffer.alloc(32, 8), Buffer.alloc(32, 9)],
    s3: {
      endpoint: 'https://s3.example',
      bucket: 'county-files',
      region: 'us-east-1',
      accessKey: 'access',
      secretKey: 'secret',
      pathStyle: false,
    },
    countyCode: '330481',
    templates: { signUpPromoted: 't1' },
    rateLimit: { session: 10, address: 20 },
    trustProxy: true,
    logLevel: 'warn',
  })
  expect(fs.readdirSync(dataDir)).toEqual([]) // a key that was given is not written anywhere
})

it.each([
  ['PORT', '70000'],
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://db.example/x'],
  ['DATABASE_URL', 'postgres://county:a#b@db.example:port/x'],
  ['WECHAT_APPID', 'not an appid'],
  ['WECHAT_BASE_URL', 'wechat'],
  ['WECHAT_PUSH_TOKEN', 'two words'],
  ['PUBLIC_URL', 'http://linlibang.example'],
  ['PUBLIC_URL', 'https://linlibang.example/path'],
  ['WECHAT_TEMPLATES', 'signUpPromoted=t1'],
  ['WECHAT_TEMPLATES', '{"signUpPromoted":1}'],
  ['WECHAT_TEMPLATES', '{"signUpPromotd":"t1"}'],
  ['SECRET_KEY', 'dG9vIHNob3J0'],
  ['SECRET_KEY', 'a password with spaces that is long enough to be a key'],
  ['SECRET_KEY_FORMER', 'c2hvcnQ='],
  ['COUNTY_CODE', '3304'],
  ['RATE_LIMIT_SESSION', '0'],
  ['RATE_LIMIT_ADDRESS', 'many'],
  ['TRUST_PROXY', 'yes'],
  ['LOG_LEVEL', 'loud'],
])('refuses %s=%s in one sentence that names it', (name, value) => {
  const problems = problemsOf({ ...live, [name]: value })
  expect(problems).toEqual([expect.stringContaining(name)])
  if (name === 'SECRET_KEY') expect(problems[0]).not.toContain(value)
})

it('names every problem at once', () => {
  expect(problemsOf({ PORT: 'x', COUNTY_CODE: 'x', LOG_LEVEL: 'x' })).toEqual([
    expect.stringMatching(/^PORT /),
    expect.stringMatching(/^COUNTY_CODE /),
    expect.stringMatching(/^LOG_LEVEL /),
  ])
  expect(new SettingsError(['one', 'two']).message).toBe('Cannot start with these settings:\n  - one\n  - two')
})

it('takes what belongs together only together', () => {
  const { WECHAT_SECRET: _secret, ...withoutSecret } = live
  expect(problemsOf(withoutSecret)).toEqual([expect.stringMatching(/WECHAT_APPID and WECHAT_SECRET go together/)])
  expect(problemsOf({ WECHAT_BASE_URL: 'https://wechat.example' })).toEqual([
    expect.stringMatching(/WECHAT_BASE_URL needs WECHAT_APPID/),
  ])
  const s3 = { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'county', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' }
  expect(problemsOf(s3)).toEqual([])
  for (const name of Object.keys(s3))
    expect(problemsOf({ ...s3, [name]: '' })).toEqual([expect.stringMatching(/^S3_.* go together/)])
  expect(problemsOf({ S3_REGION: 'cn-north-1' })).toEqual([expect.stringMatching(/^S3_.* go together/)])
  expect(problemsOf({ ...s3, S3_ENDPOINT: 's3.example' })).toEqual([expect.stringMatching(/^S3_ENDPOINT/)])
  expect(problemsOf({ LC_APP_ID: 'county' })).toEqual([expect.stringMatching(/LC_APP_ID and LC_APP_KEY go together/)])
})

it('leaves the sandbox’s keys to the sandbox', () => {
  const ours = 'the defaults are for the sandbox only'
  const { LC_APP_ID: _id, LC_APP_KEY: _key, ...withoutKeys } = live
  expect(problemsOf(withoutKeys)).toEqual([expect.stringContaining(ours)])
  expect(problemsOf({ ...live, LC_APP_ID: 'linlibang-sandbox' })).toEqual([expect.stringContaining(ours)])
  expect(problemsOf({ ...live, LC_APP_KEY: 'linlibang-sandbox-key' })).toEqual([expect.stringContaining(ours)])
})

it('never runs production on the sandbox, on default keys or on a key nobody keeps', () => {
  const problems = problemsOf({ NODE_ENV: 'production', SECRET_KEY: '' })
  expect(problems).toEqual([
    expect.stringMatching(/LC_APP_ID and LC_APP_KEY/),
    expect.stringMatching(/WECHAT_APPID and WECHAT_SECRET are missing/),
    expect.stringMatching(/SECRET_KEY is missing.*openssl rand -base64 32/),
  ])
  expect(problemsOf({ ...live, NODE_ENV: 'production' })).toEqual([])
})

describe('SECRET_KEY', () => {
  it('is read as hex or base64', () => {
    expect(readSettings({ SECRET_KEY: Buffer.alloc(40, 9).toString('hex') }).secretKey).toEqual(Buffer.alloc(40, 9))
    expect(readSettings({ SECRET_KEY: Buffer.alloc(33, 251).toString('base64url') }).secretKey).toEqual(
      Buffer.alloc(33, 251),
    )
  })

  it('must be given for a database of one’s own', () => {
    expect(problemsOf({ SECRET_KEY: '', DATABASE_URL: 'postgres://db.example/x' })).toEqual([
      expect.stringMatching(/SECRET_KEY is missing/),
    ])
  })

  it('is made once for the embedded database, for its owner’s eyes, and stays', () => {
    const folder = path.join(dataDir, 'deep', 'er')
    const { secretKey } = readSettings({ DATA_DIR: folder })
    expect(secretKey).toHaveLength(32)
    expect(readSettings({ DATA_DIR: folder }).secretKey).toEqual(secretKey)
    expect(readSettings({ DATA_DIR: path.join(dataDir, 'other') }).secretKey).not.toEqual(secretKey)
    if (process.platform !== 'win32') expect(fs.statSync(path.join(folder, 'secret-key')).mode & 0o777).toBe(0o600)
  })

  it('is never silently replaced when its file is damaged', () => {
    const folder = path.join(dataDir, 'damaged')
    readSettings({ DATA_DIR: folder })
    fs.writeFileSync(path.join(folder, 'secret-key'), 'oops')
    expect(() => readSettings({ DATA_DIR: folder })).toThrow(/secret-key is damaged; restore it/)
    expect(fs.readFileSync(path.join(folder, 'secret-key'), 'utf8')).toBe('oops')
  })
})
