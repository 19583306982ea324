import { type Allowed, admins, everybody } from './groups'

export const activity: Allowed = {
  // Whose seat it is, to herself.
  'activity.alternatives': {
    residentName: ['theResident'],
  },
  // The same.
  'activity.detail': {
    residentName: ['theResident'],
  },
  // Who publishes an activity has to know who comes, and whom to call back.
  'activity.exportSignUps': {
    residentName: admins,
    residentMasked: admins,
  },
  'activity.list': {
    residentName: ['theResident'],
  },
  'activity.mine': {
    residentName: ['theResident'],
  },
  // What somebody says of an activity is for everybody, without who said it.
  'activity.ratings': {
    commentWords: everybody,
  },
  'activity.roster': {
    residentName: admins,
    residentMasked: admins,
  },
  // Who stands at the door.
  'activity.syncCheckIns': {
    residentName: admins,
  },
}
