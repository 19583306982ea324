import { device } from './device'
import { files } from './files'
import { navigation } from './navigation'
import { person } from './person'
import { request } from './request'
import { storage } from './storage'
import { uploadFile } from './upload'

const functions = { ...device, ...files, ...navigation, ...person, ...storage, request, uploadFile }

/** The `wx` that the package sees: what this app uses of it. Events of WeChat that never happen here may be listened to. */
export const wx = {
  ...functions,
  canIUse: (name: string) => name in functions,
}
