/** What stands where a person was who has deleted their account. */
export const peopleWording = { forgottenWords: '（写的人已注销，内容已删除）' }
