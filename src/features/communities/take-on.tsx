/** A community that waits for a host: whoever may takes it on in one press, and it begins (product L9). */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useApi, useData } from '../../tab/api.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail } from './contract.ts';

const useStyles = makeStyles({ page: { display: 'grid', gap: '1rem', maxWidth: '40rem', justifyItems: 'start' } });

/** Somebody else may have taken it on since. */
const isFree = ({ hosts, state, mayEdit }: CommunityDetail): boolean =>
  mayEdit && hosts.length === 0 && state === 'paused';

export function TakeOn({ id }: { id: string }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const [, go] = useLocation();
  const { me } = useReader();
  const path = `/api/communities/${encodeURIComponent(id)}`;
  const { data, error, mutate } = useData<CommunityDetail>(path);
  const [problem, setProblem] = useState<unknown>();
  const page = `/community?community=${encodeURIComponent(id)}`;
  const take = async ({ version = '' }: CommunityDetail) => {
    try {
      const taken = await api.send<CommunityDetail>(path, { method: 'PATCH', body: { hostIds: [me.id] }, version });
      await api.send(`${path}/resume`, { body: {}, version: taken.version ?? '' });
      go(page);
    } catch (failed) {
      setProblem(failed);
      await mutate();
    }
  };
  return (
    <Frame title={data?.name ?? words('page.community')}>
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && (
        <div className={styles.page}>
          <Text>{data.purpose}</Text>
          {isFree(data) ? (
            <>
              <Text>{words('community.takeOnText')}</Text>
              <Text>{words('community.firstMeeting')}</Text>
              {problem !== undefined && <Failed error={problem} />}
              <Button appearance="primary" onClick={() => take(data)}>
                {words('community.takeOn')}
              </Button>
            </>
          ) : (
            <ButtonLink href={page}>{words('community.configLook')}</ButtonLink>
          )}
        </div>
      )}
    </Frame>
  );
}
