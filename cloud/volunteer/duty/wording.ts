import type { DutyProfession } from '../../../types/volunteer'

/** Words of the roster. */
export const dutyWording = {
  titles: {
    partyMember: '同志',
    police: '警官',
    doctor: '医生',
    lawyer: '律师',
    safetyVolunteer: '安全员',
    newcomer: '联络员',
  } satisfies Record<DutyProfession, string>,
  endsBeforeItBegins: '结束要晚于开始',
  tooFarAhead: '最多排半年内的班',
}
