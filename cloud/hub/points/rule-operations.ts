import type { hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { areaExists, hasRole } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import * as queries from './rule-queries'

type RuleOperations = Pick<Handlers<typeof hub>, 'pointRules' | 'pointRuleHistory' | 'savePointRule'>

/** Rules are rows that everybody may read; the community adds versions, with a reason. */
export const ruleOperations: RuleOperations = {
  async pointRules(sql, who, input, call) {
    const { countyCode } = call.services
    const areaCode = input.areaCode ?? (await queries.selectMyArea(sql, who.personId))
    return { rows: await queries.selectRules(sql, who.personId, countyCode, areaCode, dayOf(call.now)) }
  },

  async pointRuleHistory(sql, _who, { code, areaCode }) {
    return { rows: await queries.selectVersions(sql, code, areaCode) }
  },

  async savePointRule(tx, who, input, call) {
    const { requestId, version, code = `rule${requestId.slice(0, 8)}`, ...rule } = input
    const { areaCode, fromOn, untilOn } = rule
    const { countyCode } = call.services
    const may = await hasRole(tx, who.personId, ['communityAdmin'], areaCode ?? countyCode)
    if (!may || (areaCode !== null && !(await areaExists(tx, areaCode)))) return refuse('outsideYourArea')
    if (fromOn < dayOf(call.now)) return refuse('notBackwards')
    if (untilOn !== null && untilOn < fromOn) return refuse('daysWrong')
    if (rule.cap !== null && rule.cap < rule.points) return refuse('capTooSmall')
    const known = await queries.selectOptionalCode(tx, code, areaCode)
    if (input.code !== undefined && !known) return refuse('noSuchRule')
    if (known && known.kind !== rule.kind) return refuse('kindFixed')
    if ((known?.version ?? 0) !== version) return refuse('changedMeanwhile')
    const next = version + 1
    await queries.insertRule(
      tx,
      { ...rule, code, cause: known?.cause ?? 'hand', version: next },
      who.personId,
      call.now,
    )
    call.audit({
      target: `pointRule:${code}`,
      areaCode: areaCode ?? countyCode,
      role: 'communityAdmin',
      before: { version },
      after: { ...rule, version: next },
    })
    return { code, version: next }
  },
}
