import { device } from './device'
import { files } from './files'
import { navigation } from './navigation'
import { person } from './person'
import { request } from './request'
import { storage } from './storage'

const functions = { ...device, ...files, ...navigation, ...person, ...storage, request }

/** The `wx` that the package sees: what this app uses of it. Events of WeChat that never happen here may be listened to. */
export const wx = {
  ...functions,
  canIUse: (name: string) => name in functions,
}
