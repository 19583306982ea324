import { randomInt } from 'node:crypto'
import type { AuditRow } from '../../audit/record'
import { recordAudit } from '../../audit/record'
import { hashPassword, hashToken, newToken, passwordMatches } from '../../platform/crypto'
import { type Database, inTransaction, type Tx } from '../../platform/database'
import { NotSignedIn, PublicError, Unavailable } from '../../platform/fault'
import type { Accounts, SignedIn } from '../../platform/leancloud'
import type { Caller } from '../../platform/operations'
import { type Wechat, WechatError } from '../../platform/wechat'
import * as queries from './queries'

/** Signing in by WeChat or, at the staff desk, by password; new tokens for old sessions. */
export function createAccounts(sql: Database, wechat: Wechat): Accounts {
  return {
    async signInWithCode(code, client, failOnNotExist) {
      const { openid, unionid } = await exchange(wechat, code)
      return inTransaction(sql, async (tx) => {
        const known = await queries.selectOptionalPersonByOpenid(tx, openid)
        if (!known && failOnNotExist) return undefined
        const made = known ? undefined : await queries.insertPerson(tx, openid, unionid, newNickname())
        const person = known ?? made ?? (await queries.selectOptionalPersonByOpenid(tx, openid))
        if (!person) throw new Error('a person was neither found nor made')
        return openSession(tx, person, client, made !== undefined)
      })
    },

    async signInWithPassword(username, password, client) {
      const outcome = await inTransaction(sql, async (tx) => {
        const desk = await queries.lockOptionalDeskPassword(tx, username)
        if (desk?.lockedUntil && desk.lockedUntil.getTime() > Date.now())
          return new PublicError(400, 219, '错误次数太多，15 分钟后再试')
        // The same work for an unknown user name, so that the time it takes tells nothing.
        const matches = await passwordMatches(password, desk?.passwordHash ?? (await unknownHash()))
        if (!desk) return new PublicError(400, 211, '用户名或密码不对')
        if (!matches) {
          await queries.countFailure(tx, desk.personId)
          return new PublicError(400, 210, '用户名或密码不对')
        }
        await queries.clearFailures(tx, desk.personId)
        return openSession(tx, await queries.selectPerson(tx, desk.personId), client, false)
      })
      // Thrown outside the transaction: a counted failure must be kept.
      if (outcome instanceof PublicError) throw outcome
      return outcome
    },

    refreshToken: (caller) => inTransaction(sql, (tx) => replaceSession(tx, caller, 'people.refreshToken')),

    async changePassword(caller, oldPassword, newPassword) {
      const passwordHash = await hashPassword(newPassword)
      const outcome = await inTransaction(sql, async (tx) => {
        const username = await queries.selectOptionalUsername(tx, caller.personId)
        const desk = username === undefined ? undefined : await queries.lockOptionalDeskPassword(tx, username)
        if (!desk) return new PublicError(400, 211, '还没有设置密码')
        if (desk.lockedUntil && desk.lockedUntil.getTime() > Date.now())
          return new PublicError(400, 219, '错误次数太多，15 分钟后再试')
        if (!(await passwordMatches(oldPassword, desk.passwordHash))) {
          await queries.countFailure(tx, caller.personId)
          return new PublicError(400, 210, '原密码不对')
        }
        await queries.updatePassword(tx, caller.personId, passwordHash)
        await queries.endSessions(tx, caller.personId, caller.sessionId)
        return replaceSession(tx, caller, 'people.changePassword')
      })
      if (outcome instanceof PublicError) throw outcome
      return outcome
    },

    whoIs: (caller) => queries.selectPerson(sql, caller.personId),
  }
}

async function openSession(tx: Tx, person: queries.PersonRow, client: string, created: boolean): Promise<SignedIn> {
  const token = newToken()
  await queries.insertSession(tx, person.id, hashToken(token), client)
  await recordAudit(tx, [audit(person.id, 'people.signIn', { created })])
  return { person, created, token }
}

/** Ends the session and opens its successor, so that the old token is worthless at once. */
async function replaceSession(tx: Tx, caller: Caller, operation: string): Promise<SignedIn> {
  if (!(await queries.endSession(tx, caller.personId, caller.sessionId))) throw new NotSignedIn()
  const token = newToken()
  await queries.insertSession(tx, caller.personId, hashToken(token), '电脑浏览器')
  await recordAudit(tx, [audit(caller.personId, operation)])
  return { person: await queries.selectPerson(tx, caller.personId), created: false, token }
}

const audit = (personId: number, operation: string, after?: object): AuditRow => ({
  personId,
  operation,
  requestId: null,
  target: `person:${personId}`,
  ...(after ? { after } : {}),
})

async function exchange(wechat: Wechat, code: string): Promise<{ openid: string; unionid?: string }> {
  try {
    return await wechat.exchangeCode(code)
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    if (error.errcode === 40029 || error.errcode === 40163)
      throw new PublicError(400, 142, 'authData.lc_weapp.code: 登录码无效或已用过，请重试')
    if (error.errcode === 40226) throw new PublicError(403, 142, '微信提示这个账号有风险，暂时不能登录')
    throw new Unavailable('微信登录暂时不可用，请稍后再试')
  }
}

const newNickname = () => `居民${randomInt(1000, 10_000)}`

let unknown: Promise<string> | undefined
const unknownHash = () => {
  unknown ??= hashPassword('nobody has this password')
  return unknown
}
