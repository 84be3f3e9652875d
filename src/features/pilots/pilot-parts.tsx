/** What the pages of a pilot are made of: parts with a heading, plain lists, days in words, the way back. */
import { Link as Looks, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { dated, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { PilotDetail } from './contract.ts';

export const usePilotStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL, maxWidth: '52rem' },
  stack: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  box: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXXS },
  plain: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
});

interface PartProps {
  readonly title: string;
  readonly isBoxed?: boolean;
  readonly children: ReactNode;
}

export function Part({ title, isBoxed = false, children }: PartProps) {
  const styles = usePilotStyles();
  const id = useId();
  return (
    <section className={isBoxed ? `${styles.part} ${styles.box}` : styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The guardrails of everything that is tried, on one page, and whom to tell. */
export function Rules({ rules, toTell }: Pick<PilotDetail, 'rules' | 'toTell'>) {
  const words = useWords();
  const styles = usePilotStyles();
  if (rules.length === 0 && !toTell) return undefined;
  return (
    <Part title={words('pilot.rules')}>
      <ul className={styles.list}>
        {rules.map(({ name, rule }) => (
          <li key={name}>
            <b>{name}.</b> {rule}
          </li>
        ))}
      </ul>
      {toTell && <Text>{words('pilot.toTell', { name: toTell })}</Text>}
    </Part>
  );
}

export function Sentences({ lines }: { lines: readonly { readonly key: string; readonly text: string }[] }) {
  const styles = usePilotStyles();
  return (
    <ul className={styles.list}>
      {lines.map(({ key, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may stand in the way of two scenarios.
        <li key={`${key}${at}`}>{text}</li>
      ))}
    </ul>
  );
}

export function Back({ href = '/workflows', text }: { href?: string; text?: string | undefined }) {
  const words = useWords();
  return (
    <nav aria-label={words('pilot.way')}>
      <Link href={href} asChild>
        <Looks>‹ {text ?? words('pilot.workflows')}</Looks>
      </Link>
    </nav>
  );
}

/** The day of a moment, where the pilot runs. */
export function useDayIn(timeZone: string): (instant: string) => string {
  const { me } = useReader();
  const format = new Intl.DateTimeFormat(dated(me.locale), {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return (instant) => format.format(new Date(instant));
}

/** A day as it stands in a plan, in no zone. */
export function useDay(): (date: string) => string {
  const dayIn = useDayIn('UTC');
  return (date) => dayIn(`${date}T00:00:00Z`);
}

export function PathLink({ path, title }: { path: string; title: string }) {
  return (
    <Link href={path} asChild>
      <Looks inline>{title}</Looks>
    </Link>
  );
}

export const ScenarioLink = ({ id, title }: { id: string; title: string }) => (
  <PathLink path={`/playbook/s/${id}`} title={title} />
);

export const WorkflowLink = ({ id, name }: { id: string; name: string }) => (
  <PathLink path={`/workflows/${id}`} title={name} />
);
