/** A decision or a change of a tool as its reader sees it: the sections of the item, and the way to act on it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Section, WorkItem } from '../../core/work-item.ts';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { Facts, Lines, PageLink, Panel, Plain, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  item: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '48rem' },
  links: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
});

export function ItemPage({ kind, id }: { kind: 'decisions' | 'tool-changes'; id: string }) {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<WorkItem>(`/api/${kind}/${encodeURIComponent(id)}`);
  return (
    <Frame title={data?.heading ?? words('page.tools')}>
      <PageLink to="/tools">{words('tools.back')}</PageLink>
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && (
        <div className={styles.item}>
          {data.sections.map((section, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of an item have no other name than their place
            <Part key={at} section={section} />
          ))}
          {data.actions.length > 0 && (
            <PageLink to={`/review/${kind}/${encodeURIComponent(id)}`}>{words('tools.actInReview')}</PageLink>
          )}
        </div>
      )}
    </Frame>
  );
}

function Part({ section }: { section: Section }) {
  return (
    <Panel {...(section.heading ? { heading: section.heading } : {})}>
      <Body section={section} />
    </Panel>
  );
}

function Body({ section }: { section: Section }): ReactNode {
  const styles = useStyles();
  switch (section.kind) {
    case 'text':
    case 'quote':
      return <Plain>{section.text}</Plain>;
    case 'list':
      return <Lines lines={section.lines} />;
    case 'facts':
      return <Facts facts={section.facts} />;
    case 'thread':
      return <Lines lines={section.entries.map(({ by, text }) => `${by}: ${text}`)} />;
    case 'links':
      return (
        <ul className={styles.links}>
          {section.links.map(({ title, text, path }) => (
            <li key={path}>
              <PageLink to={path}>{title}</PageLink>
              <Quiet>{text}</Quiet>
            </li>
          ))}
        </ul>
      );
  }
}
