/** What Fieldbook stores and why, how to be forgotten, and for an administrator whether it is set up well. */
import {
  Badge,
  Button,
  Link as FluentLink,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useApi, useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { AboutReply, CheckReply } from './contract.ts';
import { Download } from './my-data.tsx';

const narrow = '@media (max-width: 599px)';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  table: { borderCollapse: 'collapse', width: '100%', [narrow]: { display: 'grid' } },
  head: { textAlign: 'start', padding: tokens.spacingVerticalS, [narrow]: { display: 'none' } },
  row: {
    [narrow]: {
      display: 'grid',
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  cell: {
    padding: tokens.spacingVerticalS,
    verticalAlign: 'top',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'block', border: 0, padding: 0 },
  },
  checks: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  check: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    [narrow]: { flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  },
  state: { flex: 'none', minWidth: '6.5rem', whiteSpace: 'nowrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export function AboutPage() {
  const words = useWords();
  const { data, error, mutate } = useData<AboutReply>('/api/about');
  return (
    <Frame title={words('page.about')}>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Known about={data} />}
    </Frame>
  );
}

function Known({ about }: { about: AboutReply }) {
  const words = useWords();
  return (
    <>
      {about.mayCheck && <Checks />}
      <Part title={words('about.stored')}>
        <Stored about={about} />
        <Text>{about.where}</Text>
      </Part>
      <Part title={words('about.notStored')}>
        <Text>{about.notStored}</Text>
      </Part>
      <Part title={words('about.whoSees')}>
        <Text>{about.whoSees}</Text>
      </Part>
      <Part title={words('about.data')}>
        <Download />
      </Part>
      <Forget />
      <Part title={words('about.more')}>
        <Pages />
        <Text size={200}>{words('about.version', { version: about.version })}</Text>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

function Stored({ about: { stored } }: { about: AboutReply }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          {(['about.what', 'about.why', 'about.until'] as const).map((key) => (
            <th key={key} scope="col" className={styles.head}>
              {words(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stored.map(({ what, why, until }) => (
          <tr key={what} className={styles.row}>
            <td className={styles.cell}>
              <Text weight="semibold">{what}</Text>
            </td>
            <td className={styles.cell}>{why}</td>
            <td className={styles.cell}>{until}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const colours = { ok: 'success', warning: 'warning', problem: 'danger' } as const;

function Checks() {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<CheckReply>('/api/about/check');
  return (
    <Part title={words('about.check')}>
      {error && <Failed error={error} retry={() => mutate()} />}
      <ul className={styles.checks}>
        {data?.items.map(({ state, text }) => (
          <li key={text} className={styles.check}>
            <Badge appearance="outline" color={colours[state]} className={styles.state}>
              {words(`about.${state}`)}
            </Badge>
            <Text>{text}</Text>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface Forgetting {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  readonly note: string;
}

/** What goes and what stays stands there before the one press that does it. */
function Forget() {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const { data } = useData<Forgetting>('/api/me/forget');
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const forget = () =>
    api.send<Forgetting>('/api/me/forget', { body: {} }).then(({ note }) => setDone(note), setProblem);
  return (
    <Part title={words('about.forget')}>
      {data && <Lines title={words('about.goes')} lines={data.goes} />}
      {data && <Lines title={words('about.stays')} lines={data.stays} />}
      {problem !== undefined && <Failed error={problem} />}
      {done !== '' && <Text role="status">{done}</Text>}
      {done === '' && !isAsking && <Button onClick={() => setAsking(true)}>{words('about.forgetMe')}</Button>}
      {done === '' && isAsking && (
        <>
          <Text role="status">{words('about.sure')}</Text>
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={forget}>
              {words('about.yes')}
            </Button>
            <Button onClick={() => setAsking(false)}>{words('about.no')}</Button>
          </div>
        </>
      )}
    </Part>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Pages() {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.buttons}>
      {(['help', 'privacy', 'terms'] as const).map((name) => (
        <FluentLink key={name} href={`/about/${name}`} target="_blank">
          {words(`about.${name}`)}
        </FluentLink>
      ))}
    </div>
  );
}
