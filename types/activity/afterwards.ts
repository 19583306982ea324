import * as v from 'valibot'
import {
  areaCode,
  attachment,
  count,
  cursor,
  done,
  id,
  instant,
  line,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { commentStates, photoStates } from './shapes'

/** After an activity: stars, comments and their review, pictures. */

export const afterwardsOperations = {
  /** Rates an activity I attended, 1–5, once; changeable for 7 days. The comment is shown to others after its check. */
  rate: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      stars: v.pipe(v.number('请打分'), v.integer(), v.minValue(1, '请打分'), v.maxValue(5)),
      comment: v.optional(words(500), ''),
    },
    output: v.object({
      /** `no`: the same words were hidden before. */
      commentShown: v.picklist(['yes', 'afterReview', 'no', 'none']),
    }),
    refusals: { notAttended: {}, tooLate: {}, commentRefused: {} },
  }),

  /** What people thought of an activity: all stars, and the comments that may be shown, newest first and without names. */
  ratings: operation({
    access: 'anyone',
    input: { activityId: id, cursor },
    output: v.object({
      rows: v.array(v.object({ ratingId: id, stars: count, comment: text, createdAt: instant })),
      nextCursor: v.optional(v.string()),
      summary: v.object({
        count,
        average: v.nullable(v.number()),
        /** How many gave 1, 2, 3, 4, 5 stars. */
        byStars: v.array(count),
      }),
      /** What I gave, whatever became of its comment. */
      mine: v.nullable(
        v.object({
          stars: count,
          comment: text,
          commentState: v.picklist(commentStates),
          /** Why staff hid it. */
          hiddenReason: v.nullable(text),
        }),
      ),
    }),
  }),

  /** A picture of the album. One that is not shown to everybody exists only for whoever runs the activity. */
  photo: operation({
    access: 'anyone',
    input: { photoId: id },
    output: attachment,
  }),

  /**
   * Adds a picture: JPEG or PNG, at most 400 KB, without location data. The album is for an activity that has begun; a cover may be chosen
   * before, and takes the place of the one before it. Others see a picture once WeChat, or a person, has passed it.
   */
  addPhoto: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      base64: v.pipe(v.string(), v.base64('图片不对'), v.maxLength(560_000, '图片太大，最多 400 KB')),
      caption: v.optional(line(40, 0), ''),
      cover: v.optional(v.boolean(), false),
    },
    output: v.object({ photoId: id }),
    refusals: {
      notAPicture: {},
      tooManyPhotos: { most: count },
      notYet: {},
      captionRefused: {},
    },
  }),

  /** Takes a picture out of the album, or the cover away: then the drawing of its kind stands above the activity again. */
  removePhoto: operation({
    access: 'signedIn',
    input: { requestId, photoId: id },
    output: done,
  }),

  /** Pictures in the areas I administer: those that wait for a person, the longest waiting first, or those decided, newest first. */
  photosToReview: operation({
    access: ['communityAdmin'],
    input: { state: v.optional(v.picklist(photoStates), 'inReview'), areaCode: v.optional(areaCode), cursor },
    output: page(
      v.object({
        photoId: id,
        activityId: id,
        title: text,
        areaName: text,
        caption: text,
        state: v.picklist(photoStates),
        /** Why it waits: WeChat's check had doubts, or could not be made within half an hour. */
        why: v.nullable(v.picklist(['doubtful', 'unchecked'])),
        hiddenReason: v.nullable(text),
        addedAt: instant,
      }),
    ),
  }),

  /** Shows a picture to everybody, or hides it with a reason that whoever added it is told. Either may be changed later. */
  reviewPhoto: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      photoId: id,
      decision: v.variant('show', [
        v.strictObject({ show: v.literal(true) }),
        v.strictObject({ show: v.literal(false), reason: words(200, 2) }),
      ]),
    },
    output: done,
    refusals: { alreadySo: { state: v.picklist(photoStates) } },
  }),

  /** Comments in the areas I administer, without their authors: those that wait for a person, the longest waiting first, or those decided, newest first. */
  comments: operation({
    access: ['communityAdmin'],
    input: { state: v.optional(v.picklist(commentStates), 'inReview'), areaCode: v.optional(areaCode), cursor },
    output: page(
      v.object({
        ratingId: id,
        activityId: id,
        title: text,
        areaName: text,
        stars: count,
        comment: text,
        state: v.picklist(commentStates),
        /** Why it waits: WeChat's check had doubts, nobody could check it yet, or its author wrote anew after one was hidden. */
        why: v.nullable(v.picklist(['doubtful', 'unchecked', 'writtenAnew'])),
        hiddenReason: v.nullable(text),
        /** When these words were written; goes back with the decision, so that nobody decides on words they have not seen. */
        writtenAt: instant,
      }),
    ),
  }),

  /** Shows a comment to everybody, or hides it with a reason that its author is told. Either may be changed later. */
  reviewComment: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      ratingId: id,
      writtenAt: instant,
      decision: v.variant('show', [
        v.strictObject({ show: v.literal(true) }),
        v.strictObject({ show: v.literal(false), reason: words(200, 2) }),
      ]),
    },
    output: done,
    refusals: { writtenAnew: {}, alreadySo: { state: v.picklist(commentStates) } },
  }),
}
