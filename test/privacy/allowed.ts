import { activity } from './allowed/activity'
import { application } from './allowed/application'
import { feedback } from './allowed/feedback'
import type { Allowed } from './allowed/groups'
import { hub } from './allowed/hub'
import { people } from './allowed/people'
import { told } from './allowed/told'
import { volunteer } from './allowed/volunteer'

/**
 * Who may see which personal field in which operation, and why. A line more than people see fails as a line less does. The people are those of people.ts: all are
 * of 柳桥 but for those "elsewhere"; `countyAdmin`, `countyClerk` and `supervisor` serve the whole county.
 */
export const allowed: Allowed = { ...activity, ...application, ...feedback, ...hub, ...people, ...told, ...volunteer }
