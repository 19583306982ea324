import type { RefusalOf } from '../../../types/operation'
import type { volunteer } from '../../../types/volunteer'

type Verbs =
  | 'saveEnterprise'
  | 'verifyEnterprise'
  | 'saveOpening'
  | 'submitOpening'
  | 'closeOpening'
  | 'decideOpening'
  | 'saveWorkProfile'
  | 'endWorkProfile'
  | 'answerWorkProposal'
  | 'showInterest'
  | 'sayAboutWork'
  | 'stepWorkProposal'
  | 'takeOverWorkProposal'
type RefusalsOf<Verb extends Verbs> = Verb extends Verbs ? RefusalOf<(typeof volunteer)[Verb]> : never
export type WorkRefusal = RefusalsOf<Verbs>

/** Why a step was refused, and what helps. */
export function workRefusal(refusal: WorkRefusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return '情况变了，请看看现在是什么样'
    case 'outsideYourArea':
      return '您不管这个社区，请选自己的社区'
    case 'nameTaken':
      return '这个名称已经有人登记了，请问一问社区'
    case 'alreadyVerified':
      return '已经核过了'
    case 'noSuchPlace':
      return '没有这个地方，请重新选'
    case 'unknownSkill':
      return '有一样本领现在没有了，请重新选'
    case 'unknownDialect':
      return '有一种话现在没有了，请重新填'
    case 'payWrong':
      return '工钱的最低数要比最高数小'
    case 'dayWrong':
      return '日子要在今天以后、半年以内'
    case 'reasonNeeded':
      return '请写一写原因'
    case 'notVerified':
      return '要先核过这家单位，才能放出去'
    case 'consentNeeded':
      return '请先看一下隐私说明，同意后再来'
    case 'notSeeking':
      return '先填一填您会什么、什么时候能上班'
    case 'alreadyProposed':
      return '这个活已经给您介绍过了，在“介绍给我的”里看'
    case 'nobodyResponsible':
      return '现在没有人能帮您联系，请打社区电话'
    case 'ownOpening':
      return '这是您自己招人的活'
    case 'nothingSaid':
      return '请写一句话，或者请对方回电'
    case 'filled':
      return '人已经招满了'
  }
}
