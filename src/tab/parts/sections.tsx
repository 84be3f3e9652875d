/** What an item says, part by part. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Section } from '../../core/work-item.ts';
import { useWords } from '../words.ts';
import { numbered } from './action-values.ts';
import { useWhens } from './when.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase400 },
  quote: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    background: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase400 },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(6rem, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    '@container item (max-width: 24rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
  thread: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  entry: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    background: tokens.colorNeutralBackground3,
    marginInlineEnd: tokens.spacingHorizontalXXXL,
  },
  mine: {
    background: tokens.colorBrandBackground2,
    marginInlineEnd: 0,
    marginInlineStart: tokens.spacingHorizontalXXXL,
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  links: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  link: { color: tokens.colorBrandForegroundLink },
});

export function Sections({ sections }: { sections: readonly Section[] }) {
  const styles = useStyles();
  const headings = numbered(sections.map(({ heading = '' }) => heading));
  return sections.map((section, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of an item have no other name than their place.
    <section key={at} className={styles.section}>
      {section.heading && <h3 className={styles.heading}>{headings[at]}</h3>}
      <Part section={section} />
    </section>
  ));
}

function Part({ section }: { section: Section }): ReactNode {
  const styles = useStyles();
  switch (section.kind) {
    case 'text':
      return <p className={styles.text}>{section.text}</p>;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <p className={styles.text}>{section.text}</p>
        </blockquote>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {section.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl className={styles.facts}>
          {section.facts.flatMap(({ label, value }) => [
            <dt key={label} className={styles.label}>
              {label}
            </dt>,
            <dd key={`${label}=`} className={styles.value}>
              {value}
            </dd>,
          ])}
        </dl>
      );
    case 'thread':
      return <Thread entries={section.entries} />;
    case 'links':
      return (
        <ul className={styles.links}>
          {section.links.map(({ title, text, path }) => (
            <li key={path}>
              <Link href={path} className={styles.link}>
                {title}
              </Link>
              {text && <div className={styles.small}>{text}</div>}
            </li>
          ))}
        </ul>
      );
  }
}

function Thread({ entries }: Pick<Extract<Section, { kind: 'thread' }>, 'entries'>) {
  const styles = useStyles();
  const words = useWords();
  const { near, exact } = useWhens();
  return (
    <ol className={styles.thread}>
      {entries.map(({ by, at, text, isMine }) => (
        <li key={`${at}${text}`} className={mergeClasses(styles.entry, isMine && styles.mine)}>
          <div className={styles.small}>
            {isMine ? words('work.you') : by} ·{' '}
            <time dateTime={at} title={exact(at)}>
              {near(at)}
            </time>
          </div>
          <p className={styles.text}>{text}</p>
        </li>
      ))}
    </ol>
  );
}
