/** Words of the posts that a member holds. */
export const myPostsWording = {
  title: '我的岗位',
  note: '居民看得到岗位，看不到您的名字。不想公开了，随时撤回。',
  leave: '撤回',
  leaveSure: '撤回以后，居民马上看不到这个岗位，要再公开得重新签同意书。确定撤回吗？',
  left: '撤回了，居民看不到了',
}
