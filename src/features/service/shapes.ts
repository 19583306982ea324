import type { InferOutput } from 'valibot'
import type { application } from '../../../types/application'
import type { catalogue, Guide } from '../../../types/catalogue'
import type { OutputOf } from '../../../types/operation'

/** The answers of the cloud that the pages of this feature work on, by name. */

export type ItemRow = OutputOf<(typeof catalogue)['list']>['rows'][number]
export type ItemDetail = OutputOf<(typeof catalogue)['item']>
export type Outcome = NonNullable<Guide['outcome']>
export type NeededDocument = Outcome['documents'][number]
export type Delivery = Outcome['deliveries'][number]
export type MyApplication = OutputOf<(typeof application)['mine']>['rows'][number]
export type ServiceTask = OutputOf<(typeof application)['today']>['tasks'][number]
export type ApplicationDetail = OutputOf<(typeof application)['detail']>
export type ApplicationDocument = ApplicationDetail['documents'][number]
export type ApplicationClock = ApplicationDetail['clock']
export type Explanation = NonNullable<ApplicationDetail['explanation']>
export type HandedIn = InferOutput<(typeof application)['supply']['input']>['documents'][number]
