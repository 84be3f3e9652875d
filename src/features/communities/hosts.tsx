/** The hosts of a community: taken off the list, or added by their names. */
import { Button, Field, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import { useData } from '../../tab/api.ts';
import { useWords } from '../../tab/words.ts';
import type { PeopleList } from './contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  search: { maxWidth: 'none' },
});

type Person = PeopleList['items'][number];

interface Props {
  readonly communityId: string;
  readonly hosts: readonly Person[];
  readonly problem: string | undefined;
  onChange(hosts: readonly Person[]): void;
}

/** As many as a community may have. */
const mostHosts = 6;
/** One letter finds half of everybody. */
const fewestLetters = 2;

export function Hosts({ communityId, hosts, problem, onChange }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const path = `/api/communities/${communityId}/people?${new URLSearchParams({ q: asked })}`;
  const { data } = useData<PeopleList>(asked.length < fewestLetters ? undefined : path, { keepPreviousData: true });
  const found =
    asked.length < fewestLetters ? [] : (data?.items ?? []).filter(({ id }) => hosts.every((host) => host.id !== id));
  return (
    <Field label={words('community.hosts')} {...(problem ? { validationMessage: problem } : {})}>
      <div>
        <ul className={styles.list}>
          {hosts.map((host) => (
            <li key={host.id} className={styles.line}>
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={words('community.removeHost', { name: host.name })}
                onClick={() => onChange(hosts.filter(({ id }) => id !== host.id))}
              />
              <Text>{host.name}</Text>
            </li>
          ))}
        </ul>
        {hosts.length < mostHosts && (
          <SearchBox
            className={styles.search}
            aria-label={words('community.addHost')}
            placeholder={words('community.addHost')}
            value={q}
            onChange={(_, { value }) => setQ(value)}
          />
        )}
        <ul className={styles.list}>
          {found.map((person) => (
            <li key={person.id}>
              <Button
                appearance="subtle"
                icon={<AddRegular />}
                onClick={() => {
                  onChange([...hosts, person]);
                  setQ('');
                }}
              >
                {person.name}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Field>
  );
}
