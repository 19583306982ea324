import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { noticeKind, noticeKinds } from '../../types/inbox'
import type { RelaySettings } from './relay'

/** Everything that may be set from outside, read once at start. */
export interface Settings {
  port: number
  host: string
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  /** Absent: the WeChat sandbox, which is never loaded otherwise. */
  wechat: { appid: string; secret: string; baseUrl: string; pushToken: string | undefined } | undefined
  /** Where WeChat reaches this server over HTTPS, to fetch pictures it is to check. */
  publicUrl: string | undefined
  leancloud: { appId: string; appKey: string }
  secretKey: Buffer
  /** Secrets that were in use before; what lies under them is still read, and taken over by `rekey`. */
  formerSecretKeys: readonly Buffer[]
  /** Where files lie; absent: in `dataDir`. */
  s3:
    | { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string; pathStyle: boolean }
    | undefined
  countyCode: string
  /** The provider of virtual numbers; absent: the sandbox, which connects nobody. */
  relay: RelaySettings | undefined
  /** WeChat template ids by notice kind. */
  templates: Record<string, string>
  /** Calls a minute for one session and for one network address. Mobile networks put a whole district behind one address. */
  rateLimit: { session: number; address: number }
  trustProxy: boolean
  logLevel: string
}

/** The settings do not hold together; `problems` are sentences for the operator. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Cannot start with these settings:\n${problems.map((p) => `  - ${p}`).join('\n')}`)
  }
}

const sandboxKeys = { appId: 'linlibang-sandbox', appKey: 'linlibang-sandbox-key' }

const whole = (name: string, least: number, most: number, fallback: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, `${name} must be a whole number`),
      v.transform(Number),
      v.minValue(least, `${name} must be at least ${least}`),
      v.maxValue(most, `${name} must be at most ${most}`),
    ),
    String(fallback),
  )

const environment = v.object({
  PORT: whole('PORT', 0, 65535, 3000),
  HOST: v.optional(v.string(), '127.0.0.1'),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://'),
      v.check((url) => URL.canParse(url), 'DATABASE_URL is not a URL; write special characters of its password as %XX'),
    ),
  ),
  DATA_DIR: v.optional(v.string(), '.data'),
  WECHAT_APPID: v.optional(
    v.pipe(v.string(), v.regex(/^wx[0-9a-zA-Z]{8,}$/, 'WECHAT_APPID must look like wx0123456789abcdef')),
  ),
  WECHAT_SECRET: v.optional(v.string()),
  WECHAT_BASE_URL: v.optional(v.pipe(v.string(), v.url('WECHAT_BASE_URL must be a URL'))),
  WECHAT_PUSH_TOKEN: v.optional(
    v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{3,32}$/, 'WECHAT_PUSH_TOKEN must be 3 to 32 letters and digits')),
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.url('PUBLIC_URL must be a URL'),
      v.regex(/^https:\/\/[^/?#]+\/?$/, 'PUBLIC_URL must be an https:// address without a path'),
    ),
  ),
  WECHAT_TEMPLATES: v.optional(
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        try {
          return v.parse(v.record(noticeKind, v.string()), JSON.parse(dataset.value))
        } catch {
          addIssue({
            message: `WECHAT_TEMPLATES must be JSON like {"signUpPromoted":"<template id>"}; the kinds are ${noticeKinds.join(', ')}`,
          })
          return NEVER
        }
      }),
    ),
    '{}',
  ),
  LC_APP_ID: v.optional(v.string()),
  LC_APP_KEY: v.optional(v.string()),
  SECRET_KEY: v.optional(v.string()),
  SECRET_KEY_FORMER: v.optional(v.string(), ''),
  S3_ENDPOINT: v.optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+\/?$/, 'S3_ENDPOINT must be a URL without a path')),
  ),
  S3_BUCKET: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'S3_BUCKET must be the name of a bucket')),
  ),
  S3_REGION: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,40}$/, 'S3_REGION must look like cn-north-1'))),
  S3_ACCESS_KEY: v.optional(v.string()),
  S3_SECRET_KEY: v.optional(v.string()),
  S3_PATH_STYLE: v.optional(v.picklist(['true', 'false'], 'S3_PATH_STYLE must be true or false')),
  RELAY_URL: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'RELAY_URL must be a URL'))),
  RELAY_TOKEN: v.optional(v.string()),
  COUNTY_CODE: v.optional(
    v.pipe(v.string(), v.regex(/^\d{6}$/, 'COUNTY_CODE must be the 6 digits of a county')),
    '990101',
  ),
  RATE_LIMIT_SESSION: whole('RATE_LIMIT_SESSION', 1, 1_000_000, 240),
  RATE_LIMIT_ADDRESS: whole('RATE_LIMIT_ADDRESS', 1, 10_000_000, 6000),
  TRUST_PROXY: v.optional(v.picklist(['true', 'false'], 'TRUST_PROXY must be true or false'), 'false'),
  LOG_LEVEL: v.optional(
    v.picklist(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'LOG_LEVEL must be fatal, error, warn, info, debug or silent',
    ),
    'info',
  ),
})

/**
 * Reads and checks the environment; throws SettingsError with every problem at once. In production it refuses the sandbox, default
 * keys and a generated secret. An empty variable counts as absent.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = v.safeParse(environment, present, { abortPipeEarly: true })
  if (!parsed.success) throw new SettingsError(parsed.issues.map((issue) => issue.message))
  const e = parsed.output
  const problems: string[] = []
  const production = env.NODE_ENV === 'production'

  const wechatSet = [e.WECHAT_APPID, e.WECHAT_SECRET].filter((x) => x !== undefined).length
  if (wechatSet === 1) problems.push('WECHAT_APPID and WECHAT_SECRET go together: set both, or neither for the sandbox')
  if (wechatSet === 0 && e.WECHAT_BASE_URL) problems.push('WECHAT_BASE_URL needs WECHAT_APPID and WECHAT_SECRET')
  if (wechatSet === 0 && e.WECHAT_PUSH_TOKEN)
    problems.push('WECHAT_PUSH_TOKEN needs WECHAT_APPID and WECHAT_SECRET; the sandbox makes its own')
  if ((e.LC_APP_ID === undefined) !== (e.LC_APP_KEY === undefined))
    problems.push('LC_APP_ID and LC_APP_KEY go together')
  const live = wechatSet > 0 || production
  const sandboxKey = (e.LC_APP_ID ?? sandboxKeys.appId) === sandboxKeys.appId || e.LC_APP_KEY === sandboxKeys.appKey
  if (live && sandboxKey)
    problems.push('LC_APP_ID and LC_APP_KEY: the defaults are for the sandbox only, choose your own')
  if (production && wechatSet === 0)
    problems.push('WECHAT_APPID and WECHAT_SECRET are missing: NODE_ENV=production never runs on the WeChat sandbox')
  if (e.SECRET_KEY === undefined && (production || e.DATABASE_URL)) {
    problems.push(
      'SECRET_KEY is missing: it encrypts phone numbers and signs QR codes. Make one with `openssl rand -base64 32` and keep it safe',
    )
  }
  const secret = e.SECRET_KEY === undefined ? undefined : decodeSecret(e.SECRET_KEY)
  if (e.SECRET_KEY !== undefined && !secret) problems.push('SECRET_KEY must be at least 32 bytes in base64 or hex')
  const former = e.SECRET_KEY_FORMER.split(',').flatMap((text) => (text.trim() ? [decodeSecret(text.trim())] : []))
  if (former.includes(undefined))
    problems.push('SECRET_KEY_FORMER must be former values of SECRET_KEY, with commas between them')
  const s3Needed = [e.S3_ENDPOINT, e.S3_BUCKET, e.S3_ACCESS_KEY, e.S3_SECRET_KEY]
  const s3Set = s3Needed.filter((x) => x !== undefined).length
  const s3More = e.S3_REGION !== undefined || e.S3_PATH_STYLE !== undefined
  if ((s3Set > 0 && s3Set < s3Needed.length) || (s3Set === 0 && s3More))
    problems.push('S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY go together: set all four, or none')
  if ((e.RELAY_URL === undefined) !== (e.RELAY_TOKEN === undefined))
    problems.push('RELAY_URL and RELAY_TOKEN go together: set both, or neither for the sandbox')
  if (e.RELAY_URL?.startsWith('http://') && production)
    problems.push('RELAY_URL must be an https:// address: phone numbers travel to it')
  if (problems.length > 0) throw new SettingsError(problems)

  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    dataDir: path.resolve(e.DATA_DIR),
    wechat:
      e.WECHAT_APPID && e.WECHAT_SECRET
        ? {
            appid: e.WECHAT_APPID,
            secret: e.WECHAT_SECRET,
            baseUrl: e.WECHAT_BASE_URL ?? 'https://api.weixin.qq.com',
            pushToken: e.WECHAT_PUSH_TOKEN,
          }
        : undefined,
    publicUrl: e.PUBLIC_URL,
    leancloud: { appId: e.LC_APP_ID ?? sandboxKeys.appId, appKey: e.LC_APP_KEY ?? sandboxKeys.appKey },
    secretKey: secret ?? generatedSecret(path.resolve(e.DATA_DIR)),
    formerSecretKeys: former.filter((x) => x !== undefined),
    s3:
      e.S3_ENDPOINT && e.S3_BUCKET && e.S3_ACCESS_KEY && e.S3_SECRET_KEY
        ? {
            endpoint: e.S3_ENDPOINT,
            bucket: e.S3_BUCKET,
            region: e.S3_REGION ?? 'us-east-1',
            accessKey: e.S3_ACCESS_KEY,
            secretKey: e.S3_SECRET_KEY,
            pathStyle: e.S3_PATH_STYLE !== 'false',
          }
        : undefined,
    countyCode: e.COUNTY_CODE,
    relay: e.RELAY_URL && e.RELAY_TOKEN ? { url: e.RELAY_URL, token: e.RELAY_TOKEN } : undefined,
    templates: e.WECHAT_TEMPLATES,
    rateLimit: { session: e.RATE_LIMIT_SESSION, address: e.RATE_LIMIT_ADDRESS },
    trustProxy: e.TRUST_PROXY === 'true',
    logLevel: e.LOG_LEVEL,
  }
}

/** Strictly: Node drops what is not base64, and a password typed in its place would silently lose characters. */
function decodeSecret(text: string): Buffer | undefined {
  if (!/^[0-9a-zA-Z+/_-]+={0,2}$/.test(text)) return undefined
  const bytes = Buffer.from(text, /^([0-9a-fA-F]{2}){32,}$/.test(text) ? 'hex' : 'base64')
  return bytes.length >= 32 ? bytes : undefined
}

/** For the embedded default: made once beside its data, readable by its owner only. */
function generatedSecret(dataDir: string): Buffer {
  const file = path.join(dataDir, 'secret-key')
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataDir, { recursive: true })
    try {
      // On the disk before anything is encrypted with it, and never over one that another start has just made.
      fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const secret = decodeSecret(fs.readFileSync(file, 'utf8').trim())
  if (!secret)
    throw new SettingsError([
      `${file} is damaged; restore it from a back-up (without it bound phone numbers cannot be read)`,
    ])
  return secret
}
