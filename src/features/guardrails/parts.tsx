/** Small parts that the pages of the rules share: a panel, facts, a quiet line, a link, and what is known of the width. */
import { Field, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { Link } from 'wouter';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    minWidth: 0,
    alignContent: 'start',
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '0' },
  },
  label: { color: tokens.colorNeutralForeground2, '@media (max-width: 599px)': { fontSize: tokens.fontSizeBase200 } },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 599px)': { marginBottom: tokens.spacingVerticalS },
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecoration: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecoration: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  inText: { textDecoration: 'underline' },
  field: { minWidth: 0, '& input, & select, & textarea': { minWidth: 0, width: '100%', boxSizing: 'border-box' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface PanelProps {
  readonly heading?: string;
  /** h2, unless it stands below one. */
  readonly level?: 'h2' | 'h3';
  readonly children: ReactNode;
}

export function Panel({ heading, level: Heading = 'h2', children }: PanelProps) {
  const styles = useStyles();
  return (
    <section className={styles.panel}>
      {heading && <Heading className={styles.heading}>{heading}</Heading>}
      {children}
    </section>
  );
}

export function Quiet({ children }: { children: ReactNode }) {
  return <p className={useStyles().quiet}>{children}</p>;
}

export function Plain({ children }: { children: ReactNode }) {
  return <p className={useStyles().text}>{children}</p>;
}

export function Lines({ lines }: { lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `isInText`: underlined, since colour alone does not tell a link from the words around it. */
export function PageLink({ to, isInText = false, children }: { to: string; isInText?: boolean; children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link href={to} className={mergeClasses(styles.link, isInText && styles.inText)}>
      {children}
    </Link>
  );
}

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={useStyles().buttons}>{children}</div>;
}

const narrow = '(max-width: 599px)';

interface LabelledProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What is wrong with what stands in it. */
  readonly problem?: string | undefined;
  readonly children: ReactElement;
}

/** An input with its label, what to know of it, and what is wrong with it. */
export function Labelled({ problem, ...rest }: LabelledProps) {
  const styles = useStyles();
  return <Field {...rest} className={styles.field} {...(problem ? { validationMessage: problem } : {})} />;
}

/** True while a table has no room. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(narrow).matches,
  );
