/** What a host reads after a press on a topic: accepted, said in other words, put in order, dropped, kept for the next time. */
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { TalkDesk } from './talk-desk.ts';
import { changeTopic, type Moving, moveTopic, type Pressed } from './topic-change.ts';
import { openTopic, openTopics } from './topic-view.ts';

export async function pressTopic(desk: TalkDesk, turn: Turn, pressed: Pressed): Promise<Answer> {
  const changed = await changeTopic(desk, turn, pressed);
  const { sessionId, topicId, name } = pressed;
  const asked = { sessionId, topicId };
  switch (changed.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'forbidden':
    case 'stale':
      return refused(turn, changed.kind);
    case 'problem':
      return openTopic(desk, turn, asked, changed.problem.message);
    case 'needsWording':
      return openTopic(desk, turn, asked, turn.words('topic.needsWording'));
    case 'outdated':
      return openTopics(desk, turn, sessionId, turn.words('topic.outdated'));
    default:
      return openTopics(desk, turn, sessionId, turn.words(`topic.done.${name}`));
  }
}

export async function orderTopic(desk: TalkDesk, turn: Turn, moving: Moving): Promise<Answer> {
  const { kind } = await moveTopic(desk, turn, moving);
  if (kind === 'missing') return refused(turn, 'not_found');
  if (kind === 'forbidden' || kind === 'stale') return refused(turn, kind);
  return openTopics(desk, turn, moving.sessionId, kind === 'same' ? '' : turn.words('topic.done.order'));
}
