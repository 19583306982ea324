/** What the author of a comment is told when no person decided on it. */
export const rateWording = { machineHid: '没有通过微信的内容检查' }
