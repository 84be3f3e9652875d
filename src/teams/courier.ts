/** The courier: cards to stored addresses, within the limits, one attempt each. */
import type { Activity as SdkActivity } from 'botbuilder';
import type { Courier, Delivery, Parcel } from '../core/courier.ts';
import type { FieldbookAdapter } from './adapter.ts';
import { cardMessage, sendTo } from './send.ts';
import type { SendBuckets } from './send-buckets.ts';

export const teamsCourier = (adapter: FieldbookAdapter, appId: string, buckets: SendBuckets): Courier => ({
  async deliver(parcel) {
    const { tenantId, address } = parcel;
    const isPersonal = address.conversation.conversationType === 'personal';
    const full = buckets.take(tenantId, address.conversation.id, isPersonal);
    if (full) return { kind: 'full', ...full };
    // An address that no client can be made for.
    return sendTo(adapter, appId, address, activityOf(parcel)).catch((): Delivery => ({ kind: 'failed', status: 400 }));
  },
});

function activityOf({ card, activityId, isShort }: Parcel): Partial<SdkActivity> {
  const message: Partial<SdkActivity> = isShort
    ? { type: 'message', text: card.summary, textFormat: 'plain' }
    : cardMessage(card);
  return activityId ? { ...message, id: activityId } : message;
}
