import { withoutGaps } from '../platform/read-pdf'

/** What each personal field holds: something that stands nowhere else. Names and numbers of one person are told apart by whose they are. */
export const marks = {
  residentName: '王隐秀',
  residentPhone: '13711110001',
  residentMasked: '137****0001',
  anonymousName: '匿隐人',
  joinerName: '问隐人',
  joinerDoor: '隐门 9 号',
  householdDoor: '隐户 8 幢',
  householdPhone: '13722220009',
  helpAddress: '隐路 77 号',
  helpWords: '隐求助的话',
  contactWords: '隐问事的话',
  commentWords: '隐评价活动的话',
  feedbackWords: '隐投诉的话',
  formValue: '隐店名',
  idNumber: '330481195002110021',
  postAddress: '隐巷 66 号',
  caseWords: '隐办件留言',
  ratingWords: '隐差评的话',
  caseAppealWords: '隐申诉办件的话',
  volunteerName: '志隐明',
  volunteerPhone: '13711110002',
  volunteerMasked: '137****0002',
  serviceWords: '隐服务的内容',
  partyName: '吵隐甲',
  otherPartyName: '吵隐乙',
  disputeWords: '隐纠纷的起因',
  mediationWords: '隐调解记录的话',
  seekerName: '找隐活',
  seekerPhone: '13711110005',
  seekerWishes: '隐找工作的愿望',
  employerName: '雇隐主',
  employerPhone: '13711110006',
  workWords: '隐谈工作的话',
  hostName: '户隐长',
  hostPhone: '13711110003',
  hostMasked: '137****0003',
  heardWords: '隐走访听到的话',
  promiseWords: '隐答应的事',
  memberName: '党隐员',
  memberPhone: '13711110004',
  memberMasked: '137****0004',
  branchName: '隐柳支部',
  leaveReason: '隐请假的理由',
  pointWords: '隐积分的依据',
  appealWords: '隐申诉的话',
} as const
export type Mark = keyof typeof marks

/** A personal field: what a mark holds, or that somebody is a member of the party: her name beside her branch, her role or her points. */
export type Field = Mark | 'membership'

/** The fields that can be read in the text of an answer of this operation. */
export function fieldsIn(text: string, operation: string): Field[] {
  const seen: Field[] = (Object.keys(marks) as Mark[]).filter(
    (mark) => text.includes(marks[mark]) || text.includes(withoutGaps(marks[mark])),
  )
  const asMember =
    text.includes('partyMember') || seen.includes('branchName') || /branch|point|meeting|partyMembers/i.test(operation)
  if (seen.includes('memberName') && asMember) seen.push('membership')
  return seen
}

/** Whose a field is, among the readers: what is one's own may be read without a line in the log. */
export const own: Readonly<Partial<Record<Field, readonly string[]>>> = {
  residentPhone: ['theResident'],
  volunteerPhone: ['theVolunteer'],
  seekerPhone: ['theSeeker'],
  employerPhone: ['theEmployer'],
  hostPhone: ['theHost'],
  memberPhone: ['branchMember'],
  helpAddress: ['theResident', 'oneSide'],
  postAddress: ['theResident'],
  joinerDoor: ['joiner'],
  membership: ['branchMember'],
}
