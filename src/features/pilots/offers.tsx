/** What whoever leads a pilot is offered beside it: a community for its people, and to tell what was measured as a win. */
import { Text } from '@fluentui/react-components';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { useWords } from '../../tab/words.ts';
import type { Cockpit } from './contract.ts';
import { Part } from './pilot-parts.tsx';

export function Offers({ cockpit: { winPath, communityPath } }: { cockpit: Cockpit }) {
  const words = useWords();
  return (
    <>
      {winPath && (
        <Part title={words('pilot.win')}>
          <Text>{words('pilot.winText')}</Text>
          <div>
            <ButtonLink href={winPath}>{words('playbook.tellWin')}</ButtonLink>
          </div>
        </Part>
      )}
      {communityPath && (
        <Part title={words('pilot.community')}>
          <Text>{words('pilot.communityText')}</Text>
          <div>
            <ButtonLink href={communityPath}>{words('pilot.makeCommunity')}</ButtonLink>
          </div>
        </Part>
      )}
    </>
  );
}
