import type { DutyProfession } from '../../../../types/volunteer'

/** Words of the roster as staff set it. */
export const dutyWording = {
  title: '谁在值班',
  lead: '本人同意了才会公布，只露姓和称呼，不露电话。',
  add: '排一次班',
  change: '改这次班',
  empty: '还没有排班。',
  professions: '看哪些',
  all: '全部',
  agreed: '已同意，公布了',
  waiting: '等本人同意',
  edit: '改',
  fields: {
    person: '谁来值班',
    profession: '以什么身份',
    area: '哪个社区',
    place: '在哪里',
    placeHint: '比如：社区卫生站一楼',
    surname: '姓',
    surnameNote: '居民看到的是姓加称呼，像「陈医生」。',
    day: '哪天',
    from: '几点开始',
    until: '几点结束',
    choose: '选一选',
  },
  untilNext: '结束比开始早，就算到第二天。',
  save: '排好，去问本人',
  saved: '排好了，本人同意以后公布',
  cancel: '取消这次班',
  cancelWhy: '为什么取消',
  cancelHint: '比如：当天停电，改到周五',
  cancelled: '取消了，告诉本人了',
  missing: {
    person: '找一位',
    profession: '选一种身份',
    area: '选一个社区',
    place: '至少写 2 个字',
    surname: '写姓，最多 4 个字',
    day: '选日子',
    from: '选时间',
    until: '选时间',
  },
}

export const professionNames: Record<DutyProfession, string> = {
  partyMember: '党员',
  police: '民警',
  doctor: '医生',
  lawyer: '律师',
  safetyVolunteer: '平安志愿者',
  newcomer: '新居民服务',
}
